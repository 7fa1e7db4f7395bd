package dev.huntgate.sandbox.company;

/** The product that raised an alert. */
public enum ServiceSource implements Spelled {
  MICROSOFT_DEFENDER_FOR_ENDPOINT,
  MICROSOFT_DEFENDER_FOR_IDENTITY,
  MICROSOFT_DEFENDER_FOR_CLOUD,
  MICROSOFT_DEFENDER_FOR_OFFICE365 {
    @Override
    public String defender() {
      return "OfficeATP";
    }
  },
  MICROSOFT_DEFENDER_FOR_CLOUD_APPS {
    @Override
    public String defender() {
      return "MicrosoftCloudAppSecurity";
    }
  }
}
