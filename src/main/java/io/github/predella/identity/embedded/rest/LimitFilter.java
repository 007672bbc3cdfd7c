package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.LimitService;
import jakarta.ws.rs.QueryParam;

/** Which limits a list shows. */
public class LimitFilter {

    @QueryParam("service_id")
    String service;

    @QueryParam("region_id")
    String region;

    @QueryParam("resource_name")
    String resource;

    @QueryParam("project_id")
    String project;

    LimitService.Wanted wanted() {
        return new LimitService.Wanted(service, region, resource, project);
    }
}
