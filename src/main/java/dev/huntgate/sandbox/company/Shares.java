package dev.huntgate.sandbox.company;

/**
 * How many rows of ordinary days each table gets, so that all tables together have the wanted
 * number. What stories and inventories need is always there, even where it is more.
 *
 * @param rows what is left for ordinary days, in all tables together
 */
record Shares(long rows) {

  Shares {
    rows = Math.max(0, rows);
  }

  long programs() {
    return rows * 22 / 100;
  }

  long files() {
    return rows * 15 / 100;
  }

  long images() {
    return rows * 9 / 100;
  }

  long registry() {
    return rows * 7 / 100;
  }

  long logons() {
    return rows * 6 / 100;
  }

  long reports() {
    return rows * 5 / 100;
  }

  long mails() {
    return rows * 4 / 100;
  }

  long attachments() {
    return every(EverydayMail.MAILS_PER_ATTACHMENT);
  }

  long links() {
    return every(EverydayMail.MAILS_PER_LINK);
  }

  long clicks() {
    return every(EverydayMail.MAILS_PER_CLICK);
  }

  long domainLogons() {
    return rows * 3 / 100;
  }

  long signIns() {
    return rows * 3 / 100;
  }

  long activities() {
    return rows * 3 / 100;
  }

  long directoryChanges() {
    return rows / 100;
  }

  long directoryQuestions() {
    return rows / 100;
  }

  /** All that is left. */
  long connections() {
    return rows
        - (programs() + files() + images() + registry() + logons() + reports())
        - (mails() + attachments() + links() + clicks())
        - (domainLogons() + signIns() + activities())
        - (directoryChanges() + directoryQuestions());
  }

  private long every(int mails) {
    return (mails() + mails - 1) / mails;
  }
}
