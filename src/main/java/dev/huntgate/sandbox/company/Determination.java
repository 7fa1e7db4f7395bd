package dev.huntgate.sandbox.company;

/** The closer kind of a classification. */
public enum Determination implements Spelled {
  UNKNOWN {
    @Override
    public String defender() {
      return "NotAvailable";
    }
  },
  APT,
  SECURITY_PERSONNEL,
  SECURITY_TESTING,
  UNWANTED_SOFTWARE,
  MALWARE,
  PHISHING,
  MULTI_STAGED_ATTACK,
  MALICIOUS_USER_ACTIVITY,
  COMPROMISED_ACCOUNT,
  NOT_MALICIOUS,
  NOT_ENOUGH_DATA_TO_VALIDATE {
    @Override
    public String defender() {
      return "NoEnoughDataToValidate";
    }
  },
  CONFIRMED_ACTIVITY,
  LINE_OF_BUSINESS_APPLICATION,
  OTHER
}
