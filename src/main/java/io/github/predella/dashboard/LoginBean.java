package io.github.predella.dashboard;

import io.github.predella.identity.IdentityPlace;
import io.github.predella.identity.PasswordLogin.Attempt;
import io.github.predella.identity.PasswordLogin.Wait;
import io.github.predella.observe.AuditTrail;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import java.util.Optional;

/** The login page. */
@Named("login")
@RequestScoped
public class LoginBean {

    private static final String HOME = "/dashboard/";
    private static final String DOMAIN = "default";

    private SecurityContext security;
    private FacesAnswer answer;
    private CurrentPage page;
    private Texts texts;
    private IdentityPlace identity;

    private String userName;
    private String password;
    private String project;
    private String domain;

    /** For the container's proxy only. */
    protected LoginBean() {}

    @Inject
    public LoginBean(
            SecurityContext security, FacesAnswer answer, CurrentPage page, Texts texts, IdentityPlace identity) {
        this.security = security;
        this.answer = answer;
        this.page = page;
        this.texts = texts;
        this.identity = identity;
    }

    /** Lets the person in and leads on to the page that was wanted, or says why not. */
    public void logIn() {
        var attempt = new LoginAttempt(
                new Attempt(
                        userName,
                        given(domain).orElse(DOMAIN),
                        password,
                        given(project).orElse(null),
                        answer.request().getRemoteAddr()),
                answer.request().isSecure());
        var status = security.authenticate(
                answer.request(),
                answer.response(),
                AuthenticationParameters.withParams().credential(attempt));
        boolean granted = status == AuthenticationStatus.SUCCESS;
        AuditTrail.login(granted);
        if (granted) {
            answer.redirect(wanted());
        } else {
            answer.response().setStatus(200);
            refuse(attempt);
        }
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
    }

    private void refuse(LoginAttempt attempt) {
        String text = attempt.outcome().orElse(null) instanceof Wait wait
                ? texts.of("frame.login.wait", wait.time().toSeconds() + 1)
                : texts.get("frame.login.denied");
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, ""));
    }

    /** Only addresses of the dashboard: a link to the login page must not lead people away. */
    private String wanted() {
        String to = page.query("to");
        boolean ours = to != null && to.startsWith(HOME) && !to.contains("\\") && !to.contains("..");
        return ours ? to : HOME;
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String userName) {
        this.userName = userName;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** Whether the identity service has domains that people must tell. */
    public boolean isDomainAsked() {
        return !identity.embedded();
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getProject() {
        return project;
    }

    public void setProject(String project) {
        this.project = project;
    }
}
