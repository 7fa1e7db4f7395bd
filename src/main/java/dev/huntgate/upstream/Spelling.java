package dev.huntgate.upstream;

import java.util.Locale;
import java.util.Map;

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
    return same != null ? same : spaced(theirs.trim()).toUpperCase(Locale.ROOT);
  }

  /* With one line between two words; a pattern would be shorter, but is tried on every alert. */
  private static String spaced(String text) {
    StringBuilder words = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      if (isGap(here)) {
        if (i == 0 || !isGap(text.charAt(i - 1))) {
          words.append('_');
        }
      } else {
        if (i > 0 && begins(text, i)) {
          words.append('_');
        }
        words.append(here);
      }
    }
    return words.toString();
  }

  private static boolean begins(String text, int at) {
    char before = text.charAt(at - 1);
    char here = text.charAt(at);
    if (isLower(before)) {
      return isUpper(here) || isDigit(here);
    }
    return isUpper(here)
        && (isDigit(before)
            || isUpper(before) && at + 1 < text.length() && isLower(text.charAt(at + 1)));
  }

  private static boolean isLower(char letter) {
    return letter >= 'a' && letter <= 'z';
  }

  private static boolean isUpper(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isGap(char letter) {
    return letter == ' ' || letter == '-' || letter >= '\t' && letter <= '\r';
  }
}
