package dev.huntgate.audit;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Escapes all that could end a line, or make one look like something else: control characters of
 * every alphabet, marks of direction, and what has no width or meaning.
 */
final class VisibleText extends CharacterEscapes {

  private static final long serialVersionUID = 1L;
  private static final char DELETE = 127;

  private final int[] ascii = standardAsciiEscapesForJSON();

  VisibleText() {
    ascii[DELETE] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii.clone();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          new SerializedString(String.format(Locale.ROOT, "\\u%04X", character));
      default -> null;
    };
  }
}
