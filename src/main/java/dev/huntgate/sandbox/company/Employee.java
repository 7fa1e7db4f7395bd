package dev.huntgate.sandbox.company;

/** Someone who works for the company, with a mailbox and an account. */
public record Employee(String firstName, String lastName, String department, Account account) {

  /** The address that is both mailbox and sign-in name. */
  public String address() {
    return account.name() + "@" + Staff.DOMAIN;
  }

  public String displayName() {
    return firstName + " " + lastName;
  }
}
