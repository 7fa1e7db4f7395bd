package dev.huntgate.upstream;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Our one spelling of the words in upstream's open lists: {@code MICROSOFT_DEFENDER_FOR_ENDPOINT}
 * for both {@code microsoftDefenderForEndpoint} and the older {@code MicrosoftDefenderATP}.
 */
public final class Spelling {

  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("microsoftdefenderatp", "MICROSOFT_DEFENDER_FOR_ENDPOINT"),
          Map.entry("windowsdefenderatp", "MICROSOFT_DEFENDER_FOR_ENDPOINT"),
          Map.entry("officeatp", "MICROSOFT_DEFENDER_FOR_OFFICE_365"),
          Map.entry("microsoftcloudappsecurity", "MICROSOFT_DEFENDER_FOR_CLOUD_APPS"),
          Map.entry("mcas", "CLOUD_APP_SECURITY"),
          Map.entry("windowsdefenderav", "ANTIVIRUS"),
          Map.entry("defenderfordatabases", "MICROSOFT_DEFENDER_FOR_DATABASES"));

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[\\s-]+");

  private Spelling() {}

  /** Our word in camelCase, as Graph spells it: {@code inProgress}. */
  public static String camelCase(Enum<?> ours) {
    StringBuilder text = new StringBuilder();
    for (String word : ours.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      text.append(text.isEmpty() ? word : capitalized(word));
    }
    return text.toString();
  }

  /** Our word in PascalCase, as the defender family spells it: {@code InProgress}. */
  public static String pascalCase(Enum<?> ours) {
    return capitalized(camelCase(ours));
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** A word of upstream's in our spelling; an empty one stays so. */
  public static String ours(String theirs) {
    String same = SAME.get(theirs.toLowerCase(Locale.ROOT));
    return same != null
        ? same
        : BOUNDARY.matcher(theirs.trim()).replaceAll("_").toUpperCase(Locale.ROOT);
  }
}
