package io.github.predella.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.AddressText;
import io.github.predella.fetch.UrlRule.Choice;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    private final List<String> asked = new ArrayList<>();
    private final Map<String, List<String>> names = Map.of(
            "public.example.", List.of("8.8.8.8", "2606:4700::1111"),
            "inner.example.", List.of("10.0.0.5"),
            "mixed.example.", List.of("8.8.8.8", "10.0.0.5"),
            "empty.example.", List.of());

    @Test
    void aNameIsLookedUpOnceWithTheDotAtItsEnd() throws FetchFault {
        var admitted = admission(UrlRule.ANY).admit("https://Public.example/disk");

        assertEquals(List.of("public.example."), asked);
        assertEquals(2, admitted.where().size());
        assertEquals("8.8.8.8", admitted.where().get(0).getHostAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://inner.example/",
                "http://mixed.example/",
                "http://empty.example/",
                "http://unknown.example/",
                "http://10.0.0.5/",
                "http://[::ffff:10.0.0.5]/",
                "http://[64:ff9b::a00:5]/",
                "http://localhost/",
                "nonsense"
            })
    void everythingElseIsRefusedInTheSameWords(String url) {
        var fault = assertThrows(FetchFault.class, () -> admission(UrlRule.ANY).admit(url));

        assertEquals(FetchFault.Kind.REFUSED, fault.kind());
        assertEquals("The URL is not one that this service may fetch.", fault.getMessage());
    }

    @Test
    void anAddressIsNotLookedUp() throws FetchFault {
        admission(UrlRule.ANY).admit("http://8.8.8.8/");

        assertEquals(List.of(), asked);
    }

    @Test
    void anAddressThatTheOperatorNamesAsAHostIsAllowed() throws FetchFault {
        var rule = new UrlRule(Choice.ANY, new Choice(List.of("10.0.0.5"), List.of()), Choice.ANY);

        var admitted = admission(rule).admit("http://10.0.0.5/disk");

        assertEquals("10.0.0.5", admitted.where().get(0).getHostAddress());
    }

    @Test
    void aNameForADisallowedAddressIsDisallowed() {
        var rule = new UrlRule(Choice.ANY, new Choice(List.of(), List.of("8.8.8.8")), Choice.ANY);

        assertThrows(FetchFault.class, () -> admission(rule).admit("http://public.example/"));
    }

    private Admission admission(UrlRule urls) {
        return new Admission(urls, AddressRule.allowing(List.of()), this::look);
    }

    private List<InetAddress> look(String name) throws UnknownHostException {
        asked.add(name);
        if (!names.containsKey(name)) {
            throw new UnknownHostException(name);
        }
        var found = new ArrayList<InetAddress>();
        for (String address : names.get(name)) {
            found.add(address(address));
        }
        return found;
    }

    private static InetAddress address(String text) {
        return AddressText.read(text).orElseThrow();
    }
}
