package io.github.predella.cli;

import io.github.predella.identity.embedded.User;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after the accounts of the built-in identity, in the database itself: also when nobody can log in any more. */
@Command(
        name = "user",
        description = {
            "Look after the accounts of the built-in identity.",
            "Passwords are asked for on the terminal; without one, the first line of the standard input is taken."
        })
final class UserCommand extends CommandGroup {

    private final CommandParts parts;
    private final PasswordSource passwords;
    private final PrintWriter out;

    UserCommand(CommandParts parts, PasswordSource passwords, PrintWriter out) {
        this.parts = parts;
        this.passwords = passwords;
        this.out = out;
    }

    @Command(name = "list", description = "Tell all users: id, name, and whether the account is open.")
    int list() {
        parts.accounts(AccountDesk::list).forEach(this::print);
        return 0;
    }

    private void print(User user) {
        out.println(user.id() + "  " + user.name() + (user.enabled() ? "" : "  disabled"));
    }

    @Command(name = "create", description = "Open an account.")
    int create(
            @Parameters(paramLabel = "NAME", description = "name of the user") String name,
            @Option(names = "--project", paramLabel = "NAME", description = "give a role in this project")
                    String project,
            @Option(names = "--create-project", description = "make that project") boolean fresh,
            @Option(
                            names = "--role",
                            paramLabel = "NAME",
                            defaultValue = "member",
                            description = "which role (${DEFAULT-VALUE})")
                    String role) {
        if (fresh && project == null) {
            throw new CommandProblem("--create-project needs --project");
        }
        String password = password(name);
        return done("User " + name + " was created.", desk -> {
            desk.create(name, password);
            if (fresh) {
                desk.createProject(project);
            }
            if (project != null) {
                desk.grant(name, role, project);
            }
        });
    }

    @Command(name = "set-password", description = "Give a user another password; all tokens become void.")
    int setPassword(@Parameters(paramLabel = "NAME", description = "name of the user") String name) {
        parts.accounts(desk -> desk.user(name));
        String password = password(name);
        return done("The password of " + name + " was set.", desk -> desk.setPassword(name, password));
    }

    @Command(name = "enable", description = "Open a closed account.")
    int enable(@Parameters(paramLabel = "NAME", description = "name of the user") String name) {
        return done("User " + name + " is enabled.", desk -> desk.enable(name, true));
    }

    @Command(name = "disable", description = "Close an account; all tokens become void.")
    int disable(@Parameters(paramLabel = "NAME", description = "name of the user") String name) {
        return done("User " + name + " is disabled.", desk -> desk.enable(name, false));
    }

    @Command(name = "delete", description = "Delete an account with its roles and application credentials.")
    int delete(@Parameters(paramLabel = "NAME", description = "name of the user") String name) {
        return done("User " + name + " was deleted.", desk -> desk.delete(name));
    }

    @Command(name = "grant", description = "Give a user a role in a project, or on the whole deployment.")
    int grant(
            @Parameters(paramLabel = "NAME", description = "name of the user") String name,
            @Parameters(paramLabel = "ROLE", description = "name of the role") String role,
            @Option(names = "--project", paramLabel = "NAME", description = "in this project only") String project) {
        return done(name + " has the role " + role + ".", desk -> desk.grant(name, role, project));
    }

    @Command(name = "revoke", description = "Take a role from a user.")
    int revoke(
            @Parameters(paramLabel = "NAME", description = "name of the user") String name,
            @Parameters(paramLabel = "ROLE", description = "name of the role") String role,
            @Option(names = "--project", paramLabel = "NAME", description = "in this project only") String project) {
        return done(name + " has lost the role " + role + ".", desk -> desk.revoke(name, role, project));
    }

    private String password(String user) {
        String password = passwords.next(user);
        if (password.isBlank()) {
            throw new CommandProblem("a password must not be blank");
        }
        return password;
    }

    private int done(String told, Consumer<AccountDesk> work) {
        parts.accounts(desk -> {
            work.accept(desk);
            return true;
        });
        out.println(told);
        return 0;
    }
}
