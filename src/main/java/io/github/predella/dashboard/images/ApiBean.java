package io.github.predella.dashboard.images;

import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.images.Image;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The image as other tools speak of it; a token is never among that. */
@Named("imageApi")
@RequestScoped
public class ApiBean {

    private ImageHeadBean head;
    private FacesAnswer answer;

    /** For the container's proxy only. */
    protected ApiBean() {}

    @Inject
    public ApiBean(ImageHeadBean head, FacesAnswer answer) {
        this.head = head;
        this.answer = answer;
    }

    /** What can be pasted, tool by tool. */
    public List<Snippet> getSnippets() {
        String id = head.getId();
        return List.of(
                new Snippet("openstack", "images.api.show", "openstack image show " + id),
                new Snippet("openstack", "images.api.save", "openstack image save --file " + fileName() + " " + id),
                new Snippet("glance", "images.api.show", "glance image-show " + id),
                new Snippet(
                        "curl",
                        "images.api.token",
                        "curl -fsS -H \"X-Auth-Token: $(openstack token issue -f value -c id)\" " + address()
                                + "/v2/images/" + id),
                new Snippet("Terraform", "images.api.terraform", terraform()),
                new Snippet("Ansible", "images.api.ansible", ansible(id)),
                new Snippet("Packer", "images.api.packer", packer(id)));
    }

    /** Where the browser has found the service, which is where other tools find it too. */
    private String address() {
        var request = answer.request();
        String host = request.getHeader("Host");
        return request.getScheme() + "://"
                + (host != null && host.matches("[A-Za-z0-9.:\\[\\]-]+") ? host : request.getServerName());
    }

    /** A name that no shell takes for anything else. */
    private String fileName() {
        Image image = head.getImage();
        String name =
                image.details().name() == null ? image.id() : image.details().name();
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[-.]+", "_");
        String format = image.details().diskFormat();
        return format == null ? plain : plain + "." + format;
    }

    /** Images are found by their names there. */
    private String terraform() {
        String name = head.getImage().details().name();
        return """
                data "openstack_images_image_v2" "this" {
                  name        = "%s"
                  most_recent = true
                }
                """.formatted((name == null ? "" : name)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("${", "$${")
                .replace("%{", "%%{"));
    }

    private static String ansible(String id) {
        return """
                - name: Look at the image
                  openstack.cloud.image_info:
                    image: %s
                  register: found
                """.formatted(id);
    }

    private static String packer(String id) {
        return """
                source "openstack" "this" {
                  source_image = "%s"
                  image_name   = "built"
                  flavor       = var.flavor
                  ssh_username = var.user
                }
                """.formatted(id);
    }
}
