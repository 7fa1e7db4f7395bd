package dev.huntgate.kql;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The names of the operators, for those who mistype one. */
final class OperatorNames {

  static final List<String> ALL =
      IntStream.rangeClosed(KqlLexer.WHERE, KqlLexer.MAKE_GRAPH)
          .mapToObj(KqlLexer.VOCABULARY::getLiteralName)
          .filter(Objects::nonNull)
          .map(quoted -> quoted.substring(1, quoted.length() - 1))
          .toList();

  private OperatorNames() {}
}
