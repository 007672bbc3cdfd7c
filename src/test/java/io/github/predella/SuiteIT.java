package io.github.predella;

import io.github.predella.boot.ContainerIT;
import io.github.predella.testing.SharedServer;
import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built WAR in one server for all tests; the only thing added is what the tests that run inside are made of. */
@ArquillianSuiteDeployment
public class SuiteIT {

    @Deployment
    public static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File(System.getProperty("predella.war")))
                .as(WebArchive.class)
                .addClasses(ContainerIT.class, SharedServer.class);
    }
}
