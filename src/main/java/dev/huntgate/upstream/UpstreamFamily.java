package dev.huntgate.upstream;

import java.net.URI;

/** One of the two API families that serve incidents and hunting. */
public enum UpstreamFamily {
  /** Microsoft Graph security, the successor. */
  GRAPH("https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/.default"),
  /** api.security.microsoft.com, whose hunting stops after 1 February 2027. */
  DEFENDER("https://api.security.microsoft.com", "https://api.security.microsoft.com/.default");

  private final URI baseUri;
  private final String scope;

  UpstreamFamily(String baseUri, String scope) {
    this.baseUri = URI.create(baseUri);
    this.scope = scope;
  }

  /** The address of the worldwide cloud. */
  public URI baseUri() {
    return baseUri;
  }

  /** The scope of a token; its audience is the global host on regional hosts, too. */
  public String scope() {
    return scope;
  }
}
