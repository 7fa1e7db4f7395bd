package dev.huntgate.export;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name that a file is saved under, harmless on every system.
 *
 * @param name without a path, control characters, or anything that a file system treats specially
 */
record FileName(String name) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int ID_SHOWN = 8;
  private static final int LONGEST = 120;
  /* Controls, invisible and text-turning marks, unpaired surrogates, and what Windows reserves. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\\\/:*?\"<>|%]+");
  private static final Pattern EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?");
  private static final String TOKEN_MARKS = "!#$&+-.^_`|~";
  private static final char FIRST_PRINTABLE = ' ';
  private static final char LAST_PRINTABLE = '~';

  /** The name by the result's time and id. */
  static FileName of(Instant storedAt, String resultId, ExportFormat format) {
    String id = resultId.substring(0, Math.min(ID_SHOWN, resultId.length()));
    return new FileName("huntgate-" + TIME.format(storedAt) + "-" + id + "." + format.ending());
  }

  /** The name that a client wants, as far as it is harmless; null when nothing is left of it. */
  static @Nullable FileName wanted(String wish, ExportFormat format) {
    String ending = "." + format.ending();
    String clean = UNFIT.matcher(Normalizer.normalize(wish, Normalizer.Form.NFC)).replaceAll("_");
    if (clean.toLowerCase(Locale.ROOT).endsWith(ending)) {
      clean = clean.substring(0, clean.length() - ending.length());
    }
    String stem = trimmed(shortened(trimmed(clean)));
    if (stem.isEmpty()) {
      return null;
    }
    return new FileName((DEVICE.matcher(stem).matches() ? "_" : "") + stem + ending);
  }

  /** The header field of RFC 6266, with the name in ASCII and, as RFC 8187 has it, in full. */
  String disposition() {
    return "attachment; filename=\"" + ascii() + "\"; filename*=UTF-8''" + encoded();
  }

  private String ascii() {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    StringBuilder ascii = new StringBuilder();
    plain
        .codePoints()
        .map(point -> point < FIRST_PRINTABLE || point > LAST_PRINTABLE ? '_' : point)
        .forEach(ascii::appendCodePoint);
    return ascii.toString();
  }

  private String encoded() {
    StringBuilder encoded = new StringBuilder();
    for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (unit & 0xFF);
      boolean plain =
          character < 0x80
              && (Character.isLetterOrDigit(character) || TOKEN_MARKS.indexOf(character) >= 0);
      encoded.append(plain ? String.valueOf(character) : String.format("%%%02X", (int) character));
    }
    return encoded.toString();
  }

  private static String trimmed(String text) {
    return EDGES.matcher(text).replaceAll("");
  }

  private static String shortened(String text) {
    int points = text.codePointCount(0, text.length());
    return points <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
