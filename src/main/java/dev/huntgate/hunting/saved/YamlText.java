package dev.huntgate.hunting.saved;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML into nodes that know their lines, and never into objects.
 *
 * <p>A file is one document, at most eight levels deep; lists and maps are not repeated by aliases.
 */
final class YamlText {

  private static final int DEEPEST = 8;

  private YamlText() {}

  /** The text of a file in UTF-8. */
  static Optional<String> decoded(byte[] bytes, Complaints complaints) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      complaints.error(1, 1, "The file is not UTF-8; save it in that encoding.");
      return Optional.empty();
    }
  }

  /** The document in a text. */
  static Optional<Node> document(String text, Complaints complaints) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(HuntFile.MAX_BYTES);
    try {
      Node node =
          new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options)
              .getSingleNode();
      if (node == null) {
        complaints.error(1, 1, "The file is empty; it has to have at least name, title and kql.");
      }
      return Optional.ofNullable(node);
    } catch (MarkedYAMLException wrong) {
      Mark mark = wrong.getProblemMark() == null ? wrong.getContextMark() : wrong.getProblemMark();
      complaints.error(
          mark == null ? 1 : mark.getLine() + 1,
          mark == null ? 1 : mark.getColumn() + 1,
          "This is not YAML that can be read: " + words(wrong) + ".");
    } catch (ReaderException odd) {
      String before = text.substring(0, text.offsetByCodePoints(0, odd.getPosition()));
      complaints.error(
          (int) before.chars().filter(c -> c == '\n').count() + 1,
          before.length() - before.lastIndexOf('\n'),
          "YAML may not have the character U+"
              + String.format("%04X", odd.getCodePoint())
              + "; remove it.");
    } catch (YAMLException beyond) {
      complaints.error(
          1,
          1,
          "The file is not plain enough: at most "
              + DEEPEST
              + " levels, and no alias of a list or map ("
              + beyond.getMessage()
              + ").");
    }
    return Optional.empty();
  }

  private static String words(MarkedYAMLException wrong) {
    String problem = String.valueOf(wrong.getProblem()).strip();
    return wrong.getContext() == null ? problem : wrong.getContext().strip() + ", " + problem;
  }
}
