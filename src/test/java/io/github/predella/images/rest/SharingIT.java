package io.github.predella.images.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Personas;
import io.github.predella.testing.SharedServer;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images that are offered to other projects, over HTTP. */
@SharedServer
@RunAsClient
public class SharingIT {

    @ArquillianResource
    private URL address;

    private Api owner;
    private Api share;
    private String mark;
    private String image;
    private String members;
    private String member;

    @BeforeEach
    void enter() {
        var personas = Personas.at(URI.create(address.toString()));
        owner = personas.owner();
        share = personas.share();
        mark = UUID.randomUUID().toString();
        image = "/v2/images/" + owner.create("{\"tags\":[\"" + mark + "\"]}");
        members = image + "/members";
        member = members + "/" + share.project();
    }

    @Test
    public void offersStayOutOfListsUntilTheyAreAccepted() {
        int before = share.get(image).statusCode();
        offer();
        int offered = listed("");
        int asOffer = listed("&member_status=pending");
        Api.expect(share.put(member, "{\"status\":\"accepted\"}"), 200);
        int accepted = listed("");
        Api.expect(share.put(member, "{\"status\":\"rejected\"}"), 200);
        int rejected = listed("");

        assertEquals(404, before);
        assertEquals(List.of(0, 1, 1, 0), List.of(offered, asOffer, accepted, rejected));
        assertEquals(200, share.get(image).statusCode());
    }

    @Test
    public void memberIsAnsweredWhole() {
        var added = offer();
        var list = Api.json(owner.get(members));

        assertEquals(
                List.of("created_at", "image_id", "member_id", "schema", "status", "updated_at"),
                List.copyOf(added.keySet()));
        assertEquals("pending", added.getString("status"));
        assertEquals(share.project(), added.getString("member_id"));
        assertEquals("/v2/schemas/member", added.getString("schema"));
        assertEquals(List.of("members", "schema"), List.copyOf(list.keySet()));
        assertEquals(added, list.getJsonArray("members").getJsonObject(0));
        assertEquals(added, Api.json(share.get(member)));
    }

    @Test
    public void bodiesThatSayNothingAreRefused() {
        offer();

        for (String body : List.of(
                "", "{}", "[]", "{\"member\":\"\"}", "{\"member\":null}", "{\"member\":\"" + "p".repeat(256) + "\"}")) {
            assertEquals(400, owner.post(members, body).statusCode(), body);
        }
        for (String body : List.of("", "{}", "[]", "{\"status\":\"maybe\"}", "{\"status\":1}")) {
            assertEquals(400, share.put(member, body).statusCode(), body);
        }
    }

    @Test
    public void nobodyIsOfferedAnImageTwice() {
        offer();

        assertEquals(
                409,
                owner.post(members, "{\"member\":\"" + share.project() + "\"}").statusCode());
    }

    @Test
    public void whoIsNoMemberAnyMoreFindsNothing() {
        offer();

        var removed = owner.delete(member);

        assertEquals(204, removed.statusCode());
        assertTrue(removed.headers().firstValue("Content-Type").isEmpty());
        assertEquals(404, share.get(image).statusCode());
        assertEquals(404, owner.get(member).statusCode());
        assertEquals(404, owner.delete(member).statusCode());
    }

    private jakarta.json.JsonObject offer() {
        var answer = owner.post(members, "{\"member\":\"" + share.project() + "\"}");
        Api.expect(answer, 200);
        return Api.json(answer);
    }

    private int listed(String more) {
        return Api.json(share.get("/v2/images?tag=" + mark + more))
                .getJsonArray("images")
                .size();
    }
}
