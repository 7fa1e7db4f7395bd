package dev.huntgate.upstream;

import java.net.URI;

/** One of the clouds that tenants live in, with the addresses at which each family is there. */
public enum Cloud {
  /** The worldwide cloud. */
  GLOBAL(
      "https://login.microsoftonline.com",
      "https://graph.microsoft.com",
      "https://api.security.microsoft.com",
      "https://security.microsoft.com"),
  /** The US government's community cloud, whose Graph and login service are the worldwide ones. */
  GCC(
      "https://login.microsoftonline.com",
      "https://graph.microsoft.com",
      "https://api-gcc.security.microsoft.us",
      "https://security.microsoft.com"),
  /** The US government's community cloud with high requirements. */
  GCC_HIGH(
      "https://login.microsoftonline.us",
      "https://graph.microsoft.us",
      "https://api-gov.security.microsoft.us",
      "https://security.microsoft.us"),
  /** The cloud of the US Department of Defense. */
  DOD(
      "https://login.microsoftonline.us",
      "https://dod-graph.microsoft.us",
      "https://api-gov.security.microsoft.us",
      "https://security.apps.mil");

  private final URI loginUrl;
  private final String graph;
  private final String defender;
  private final URI portalUrl;

  Cloud(String loginUrl, String graph, String defender, String portalUrl) {
    this.loginUrl = URI.create(loginUrl);
    this.graph = graph;
    this.defender = defender;
    this.portalUrl = URI.create(portalUrl);
  }

  /** The login service's address. */
  public URI loginUrl() {
    return loginUrl;
  }

  /** The Defender portal's address. */
  public URI portalUrl() {
    return portalUrl;
  }

  /** The address under which a family's paths begin. */
  public URI baseUri(UpstreamFamily family) {
    return switch (family) {
      case GRAPH -> URI.create(graph + "/v1.0");
      case DEFENDER -> URI.create(defender);
    };
  }

  /** The scope of a token; its audience is this host where a region's host is used, too. */
  public String scope(UpstreamFamily family) {
    return switch (family) {
      case GRAPH -> graph + "/.default";
      case DEFENDER -> defender + "/.default";
    };
  }
}
