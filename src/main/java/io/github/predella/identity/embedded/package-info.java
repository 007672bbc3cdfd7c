/**
 * The built-in identity service: users, projects, roles, application credentials and signed tokens, as much of the
 * Identity API v3 as the stock clients need, with one domain.
 *
 * <p>Here live the records, the rules and the transactions; SQL is in {@code db}, HTTP and JSON are in {@code rest}.
 * Nothing outside asks for these classes: other rooms meet them through {@link
 * io.github.predella.identity.TokenVerifier} and {@link io.github.predella.identity.PasswordLogin}. Enter at {@link
 * io.github.predella.identity.embedded.LoginService}, and at {@code src/adr/0005} for the reasons.
 */
package io.github.predella.identity.embedded;
