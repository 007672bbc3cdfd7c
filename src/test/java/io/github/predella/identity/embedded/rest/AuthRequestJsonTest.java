package io.github.predella.identity.embedded.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import io.github.predella.core.Fault.Kind;
import io.github.predella.identity.embedded.AuthRequest;
import io.github.predella.identity.embedded.AuthRequest.Anything;
import io.github.predella.identity.embedded.AuthRequest.Credential;
import io.github.predella.identity.embedded.AuthRequest.Exactly;
import io.github.predella.identity.embedded.AuthRequest.Password;
import io.github.predella.identity.embedded.AuthRequest.ProjectNamed;
import io.github.predella.identity.embedded.AuthRequest.Token;
import io.github.predella.identity.embedded.AuthRequest.Unscoped;
import io.github.predella.identity.embedded.AuthRequest.UserRef;
import io.github.predella.identity.embedded.AuthRequest.Wish;
import io.github.predella.identity.embedded.Scope;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthRequestJsonTest {

    private static final String IDENTITY =
            "'identity':{'methods':['password'],'password':{'user':{'id':'u1','password':'pw'}}}";

    /** Reads a body that is written with single quotes. */
    private static AuthRequest read(String body) {
        var bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return AuthRequestJson.read(IdentityBody.read(new ByteArrayInputStream(bytes), "auth"));
    }

    @Test
    void aUserIsNamedByIdOrByNameAndDomain() {
        var byId = read("{'auth':{" + IDENTITY + "}}");
        var byName = read("{'auth':{'identity':{'methods':['password'],'password':{'user':"
                + "{'name':'alice','domain':{'name':'Default'},'password':'pw'}}}}}");

        assertEquals(new Password(new UserRef("u1", null, null), "pw"), byId.proof());
        assertEquals(new Password(new UserRef(null, "alice", "Default"), "pw"), byName.proof());
    }

    @Test
    void tokensAndApplicationCredentialsAreRead() {
        var token = read("{'auth':{'identity':{'methods':['token'],'token':{'id':'t'}}}}");
        var byId = read("{'auth':{'identity':{'methods':['application_credential'],"
                + "'application_credential':{'id':'c','secret':'s'}}}}");
        var byName = read("{'auth':{'identity':{'methods':['application_credential'],"
                + "'application_credential':{'name':'ci','secret':'s','user':{'id':'u1'}}}}}");

        assertEquals(new Token("t"), token.proof());
        assertEquals(new Credential("c", null, null, "s"), byId.proof());
        assertEquals(new Credential(null, new UserRef("u1", null, null), "ci", "s"), byName.proof());
    }

    static Stream<Arguments> scopes() {
        return Stream.of(
                Arguments.of("", new Anything()),
                Arguments.of(",'scope':null", new Anything()),
                Arguments.of(",'scope':'unscoped'", new Unscoped()),
                Arguments.of(",'scope':{'unscoped':{}}", new Unscoped()),
                Arguments.of(",'scope':{'system':{'all':true}}", new Exactly(Scope.SYSTEM)),
                Arguments.of(",'scope':{'domain':{'id':'default'}}", new Exactly(Scope.DOMAIN)),
                Arguments.of(",'scope':{'project':{'id':'p1'}}", new Exactly(Scope.project("p1"))),
                Arguments.of(
                        ",'scope':{'project':{'name':'p','domain':{'id':'default'}}}",
                        new ProjectNamed("p", "default")));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void theWishedScopeIsRead(String scope, Wish wish) {
        var request = read("{'auth':{" + IDENTITY + scope + "}}");

        assertEquals(wish, request.wish());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{'auth':[]}",
                "{'auth':{}}",
                "{'auth':{'identity':{}}}",
                "{'auth':{'identity':{'methods':'password'}}}",
                "{'auth':{'identity':{'methods':['password']}}}",
                "{'auth':{'identity':{'methods':['password'],'password':{'user':{'password':'pw'}}}}}",
                "{'auth':{'identity':{'methods':['password'],'password':{'user':{'name':'a','password':'pw'}}}}}",
                "{'auth':{'identity':{'methods':['password'],'password':{'user':{'id':7,'password':'pw'}}}}}",
                "{'auth':{'identity':{'methods':['token'],'token':{}}}}"
            })
    void whatIsIncompleteIsMalformed(String body) {
        var fault = assertThrows(Fault.class, () -> read(body));

        assertEquals(Kind.INVALID, fault.kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'scope':{}",
                "'scope':{'planet':{}}",
                "'scope':'everything'",
                "'scope':{'project':{'id':'a'},'system':{}}",
                "'scope':{'project':{'name':'a'}}"
            })
    void unknownAndAmbiguousScopesAreMalformed(String scope) {
        var fault = assertThrows(Fault.class, () -> read("{'auth':{" + IDENTITY + "," + scope + "}}"));

        assertEquals(Kind.INVALID, fault.kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "['oauth1']", "['password','token']", "[7]"})
    void otherMethodsAreNotSupported(String methods) {
        var fault = assertThrows(
                Fault.class, () -> read("{'auth':{'identity':{'methods':" + methods + ",'password':{}}}}"));

        assertEquals(Kind.UNAUTHENTICATED, fault.kind());
    }

    @Test
    void aBodyOfMoreThan64KiBIsTooLarge() {
        var fault = assertThrows(Fault.class, () -> read("{'auth':'" + "x".repeat(64 * 1024) + "'}"));

        assertEquals(Kind.TOO_LARGE, fault.kind());
    }
}
