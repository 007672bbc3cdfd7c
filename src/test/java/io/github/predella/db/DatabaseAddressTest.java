package io.github.predella.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mysql+pymysql://u:p@db.example/glance?charset=utf8      | jdbc:mariadb://db.example/glance
            mysql://u:p@db.example:3307/glance                      | jdbc:mariadb://db.example:3307/glance
            mysql+mysqldb://u@[::1]:3306/glance?charset=utf8mb4     | jdbc:mariadb://[::1]:3306/glance
            postgresql://u:p@db.example/glance                      | jdbc:postgresql://db.example/glance
            postgresql+psycopg2://u:p@db.example:5433/glance        | jdbc:postgresql://db.example:5433/glance
            postgresql:///glance                                    | jdbc:postgresql://localhost/glance
            """)
    void addressesOfTheReferenceLeadToTheSameDatabase(String connection, String jdbc) {
        var address = DatabaseAddress.parse(connection);

        assertEquals(jdbc, address.jdbcUrl());
    }

    @ParameterizedTest
    @CsvSource({"p%40ss%2Fw%3A%25rd,p@ss/w:%rd", "a+b,a+b", "p:q,p:q", "%C3%A4,ä", "50%,50%"})
    void passwordsAreDecoded(String written, String meant) {
        var address = DatabaseAddress.parse("mysql+pymysql://gl%61nce:" + written + "@db.example/glance");

        assertEquals("glance", address.properties().getProperty("user"));
        assertEquals(meant, address.properties().getProperty("password"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mysql://h/d?ssl_ca=/ca.pem                            | serverSslCert    | /ca.pem
            mysql://h/d?ssl_ca=/ca.pem                            | sslMode          | verify-full
            mysql://h/d?ssl_ca=/ca.pem&ssl_check_hostname=false   | sslMode          | verify-ca
            mysql://h/d?ssl_mode=REQUIRED                         | sslMode          | trust
            mysql://h/d?connect_timeout=5                         | connectTimeout   | 5000
            mysql://h/d?charset=utf8&read_timeout=60              | socketTimeout    | 60000
            postgresql://h/d?sslmode=verify-full&sslrootcert=/ca  | sslmode          | verify-full
            postgresql://h/d?sslmode=verify-full&sslrootcert=/ca  | sslrootcert      | /ca
            postgresql://h/d?connect_timeout=5                    | connectTimeout   | 5
            postgresql://h/d?application_name=images              | ApplicationName  | images
            postgresql://h/d?target_session_attrs=read-write      | targetServerType | primary
            """)
    void optionsAreTranslatedForTheDriver(String connection, String option, String value) {
        var address = DatabaseAddress.parse(connection);

        assertEquals(value, address.properties().getProperty(option));
    }

    @Test
    void optionsOfAPostgresServerStandBesideOurs() {
        var options = DatabaseAddress.parse("postgresql://h/d?options=-c%20search_path%3Dimages")
                .properties()
                .getProperty("options");

        assertTrue(options.contains("search_path=images"), options);
        assertTrue(options.contains("plan_cache_mode"), options);
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite:////var/lib/glance/glance.sqlite,sqlite",
        "oracle://db/x,oracle",
        "mysql://u:hidden@h/d?charset=latin1,charset",
        "mysql://u:hidden@h/d?unix_socket=/run/mysqld.sock,unix_socket",
        "mysql://u:hidden@h/d?ssl_cert=/client.pem,ssl_cert",
        "mysql://u:hidden@h/d?fancy=1,fancy",
        "postgresql://u:hidden@h/d?connect_timeout=soon,connect_timeout",
        "postgresql://u:hidden@h/d?host=/run/postgresql,host",
        "mysql://u:hidden@h/d%3Fx?=,[database] connection",
        "u:hidden@h,[database] connection"
    })
    void whatCannotBeHonouredIsNamedWithoutThePassword(String connection, String named) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> DatabaseAddress.parse(connection));

        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("hidden"), refusal.getMessage());
    }
}
