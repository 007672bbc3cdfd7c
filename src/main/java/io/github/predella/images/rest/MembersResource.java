package io.github.predella.images.rest;

import io.github.predella.images.MemberService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.NoBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /v2/images/{id}/members}. */
@ApplicationScoped
@Path("images/{id}/members")
public class MembersResource {

    private MemberService members;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected MembersResource() {}

    @Inject
    public MembersResource(MemberService members, CurrentCaller caller) {
        this.members = members;
        this.caller = caller;
    }

    @GET
    @NoBody
    public Response list(@PathParam("id") String id) {
        var found = members.list(caller.get(), id);
        return JsonAnswer.of(200, json -> {
                    json.writeStartObject().writeStartArray("members");
                    found.forEach(member -> MemberJson.write(json, member));
                    json.writeEnd().write("schema", "/v2/schemas/members").writeEnd();
                })
                .build();
    }

    @POST
    public Response add(@PathParam("id") String id, InputStream body) {
        var member = members.add(caller.get(), id, MemberJson.readProject(body));
        return JsonAnswer.of(200, json -> MemberJson.write(json, member)).build();
    }

    @GET
    @Path("{project}")
    @NoBody
    public Response show(@PathParam("id") String id, @PathParam("project") String project) {
        var member = members.get(caller.get(), id, project);
        return JsonAnswer.of(200, json -> MemberJson.write(json, member)).build();
    }

    @PUT
    @Path("{project}")
    public Response answer(@PathParam("id") String id, @PathParam("project") String project, InputStream body) {
        var member = members.answer(caller.get(), id, project, MemberJson.readStatus(body));
        return JsonAnswer.of(200, json -> MemberJson.write(json, member)).build();
    }

    @DELETE
    @Path("{project}")
    @NoBody
    public Response remove(@PathParam("id") String id, @PathParam("project") String project) {
        members.remove(caller.get(), id, project);
        return Response.noContent().build();
    }
}
