package dev.huntgate.sandbox.company;

/** The sensor or technique that noticed what an alert is about. */
public enum DetectionSource implements Spelled {
  ANTIVIRUS {
    @Override
    public String defender() {
      return "WindowsDefenderAv";
    }
  },
  MICROSOFT_DEFENDER_FOR_ENDPOINT {
    @Override
    public String defender() {
      return "WindowsDefenderAtp";
    }
  },
  MICROSOFT_DEFENDER_FOR_IDENTITY,
  MICROSOFT_DEFENDER_FOR_OFFICE365 {
    @Override
    public String defender() {
      return "OfficeATP";
    }
  },
  CLOUD_APP_SECURITY {
    @Override
    public String defender() {
      return "MCAS";
    }
  },
  MICROSOFT_DEFENDER_FOR_DATABASES {
    @Override
    public String defender() {
      return "DefenderForDatabases";
    }
  },
  AUTOMATED_INVESTIGATION
}
