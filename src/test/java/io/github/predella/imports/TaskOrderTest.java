package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.tasks.Task;
import io.github.predella.testing.Tasks;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskOrderTest {

    private static TaskOrder order(String more) {
        return new TaskOrder(json("{'import_from':'http://x/disk'" + more + "}"));
    }

    private static JsonObject json(String text) {
        return Jsons.reader(new StringReader(text.replace('\'', '"'))).readObject();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'image_properties':{}", ",'image_properties':null"})
    void anImageThatNobodyDescribesIsADisk(String more) {
        assertEquals(
                json("{'disk_format':'qcow2','container_format':'bare'}"),
                order(more).properties());
    }

    @Test
    void imagesAreDescribedAsTheCallerSays() {
        assertEquals(
                json("{'name':'a'}"), order(",'image_properties':{'name':'a'}").properties());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "'x'", "[]"})
    void whatIsNoDescriptionIsRefused(String properties) {
        var fault = assertThrows(Fault.class, order(",'image_properties':" + properties)::properties);

        assertEquals(Fault.Kind.INVALID, fault.kind());
    }

    @Test
    void onlyTheStoresOfItsTaskAreTheServicesWord() {
        var order = order(",'roles':['admin'],'certificate':'x','backend':['mine'],'import_req':7");
        var task = Tasks.pending()
                .type(Task.Type.IMPORT)
                .with(order.to(List.of("cheap")))
                .done();

        assertEquals(List.of("cheap"), TaskInput.stores(task));
        assertEquals(Set.of(), TaskInput.roles(task));
        assertEquals(null, TaskInput.certificate(task));
        assertEquals("web-download", TaskInput.request(task).method());
        assertEquals("http://x/disk", TaskInput.request(task).source().getString("uri"));
    }
}
