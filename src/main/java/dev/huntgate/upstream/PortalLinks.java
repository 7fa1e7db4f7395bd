package dev.huntgate.upstream;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Makes links into the Defender portal for where upstream gives none. */
public final class PortalLinks {

  private PortalLinks() {}

  public static URI incident(Connection connection, String id) {
    String base = connection.portalUri().toString().replaceAll("/+$", "");
    return URI.create(
        base + "/incidents/" + encoded(id) + "?tid=" + encoded(connection.directoryId()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
