package dev.huntgate.hunting.saved;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which saved hunts are wanted; null does not restrict.
 *
 * @param text words, each of which is in the name, title, description, tags, techniques or query
 * @param tag one of the tags
 * @param technique one of the techniques; a technique includes its sub-techniques
 */
public record SavedHuntFilter(
    @Nullable String text, @Nullable String tag, @Nullable String technique) {

  /** Every saved hunt. */
  public static final SavedHuntFilter ALL = new SavedHuntFilter(null, null, null);

  boolean wants(SavedHunt hunt) {
    return (tag == null || hunt.tags().stream().anyMatch(tag.strip()::equalsIgnoreCase))
        && (technique == null || hasTechnique(hunt, technique.strip()))
        && (text == null || hasWords(hunt, text));
  }

  private static boolean hasTechnique(SavedHunt hunt, String wanted) {
    return hunt.techniques().stream().anyMatch(each -> isOf(each, wanted));
  }

  private static boolean isOf(String technique, String wanted) {
    return technique.equalsIgnoreCase(wanted)
        || technique.regionMatches(true, 0, wanted + ".", 0, wanted.length() + 1);
  }

  private static boolean hasWords(SavedHunt hunt, String text) {
    String all =
        String.join(
                "\n",
                hunt.name(),
                hunt.title(),
                hunt.description(),
                String.join("\n", hunt.tags()),
                String.join("\n", hunt.techniques()),
                hunt.kql())
            .toLowerCase(Locale.ROOT);
    return Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
  }
}
