package dev.huntgate.hunting.saved;

import dev.huntgate.hunting.saved.ParameterValue.Moment;
import dev.huntgate.hunting.saved.ParameterValue.Several;
import dev.huntgate.hunting.saved.ParameterValue.Span;
import dev.huntgate.hunting.saved.ParameterValue.Text;
import dev.huntgate.hunting.saved.ParameterValue.Truth;
import dev.huntgate.hunting.saved.ParameterValue.Whole;
import dev.huntgate.kql.KqlCheck;
import dev.huntgate.kql.KqlDiagnostic;
import dev.huntgate.kql.NameUses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Checks the query of a saved hunt against its parameters and against the language.
 *
 * <p>Upstream has the last word on what can be run, so all that a reading finds is a warning.
 */
final class QueryCheck {

  private final SavedHunt hunt;
  private final ScalarNode node;
  private final List<String> file;
  private final Complaints complaints;

  /**
   * @param node where the query is
   * @param file the lines of the file
   */
  QueryCheck(SavedHunt hunt, ScalarNode node, List<String> file, Complaints complaints) {
    this.hunt = hunt;
    this.node = node;
    this.file = file;
    this.complaints = complaints;
  }

  void run(Instant now) {
    NameUses uses = NameUses.in(hunt.kql());
    for (Parameter parameter : hunt.parameters()) {
      check(parameter.name(), uses);
    }
    if (complaints.hasErrors()) {
      return;
    }
    String prologue =
        hunt.parameters().stream()
            .map(parameter -> SavedHunt.let(parameter, sample(parameter, now)))
            .collect(Collectors.joining());
    for (KqlDiagnostic diagnostic : KqlCheck.of(prologue + hunt.kql(), now).diagnostics()) {
      if (diagnostic.severity() != KqlDiagnostic.Severity.INFO) {
        warn(diagnostic, diagnostic.line() - hunt.parameters().size());
      }
    }
  }

  private void check(String name, NameUses uses) {
    if (uses.given().contains(name)) {
      complaints.error(
          node, "The query gives the name " + name + " to something else; rename the parameter.");
    } else if (uses.called().contains(name)) {
      complaints.error(node, "The query calls " + name + " as a function; rename the parameter.");
    } else if (!uses.read().contains(name)) {
      complaints.warning(
          node.getStartMark().getLine() + 1,
          node.getStartMark().getColumn() + 1,
          "The query does not use the parameter " + name + "; use it or remove it.");
    }
  }

  private void warn(KqlDiagnostic diagnostic, int line) {
    boolean literal = node.getScalarStyle() == ScalarStyle.LITERAL && line > 0;
    int first = node.getStartMark().getLine() + 1;
    String undeclared =
        diagnostic.message().startsWith("No column")
            ? " If it is meant to be a parameter, declare it under parameters."
            : "";
    complaints.warning(
        literal ? first + line : first,
        literal ? diagnostic.column() + indent(first + line) : node.getStartMark().getColumn() + 1,
        diagnostic.message() + undeclared);
  }

  /* Of the block: its first line that is not blank, for a line may be indented further. */
  private int indent(int upTo) {
    return file.stream()
        .skip(node.getStartMark().getLine() + 1L)
        .limit(Math.max(1, upTo - node.getStartMark().getLine()))
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(line -> line.length() - line.stripLeading().length())
        .orElse(0);
  }

  private static ParameterValue sample(Parameter parameter, Instant now) {
    if (parameter.defaultValue() != null) {
      return parameter.defaultValue();
    }
    Bounds bounds = parameter.bounds();
    ParameterValue single =
        !bounds.allowed().isEmpty()
            ? bounds.allowed().get(0)
            : bounds.min() != null
                ? bounds.min()
                : switch (parameter.type()) {
                  case STRING -> new Text("x");
                  case INT -> new Whole(1);
                  case BOOL -> new Truth(true);
                  case DATETIME -> new Moment(now.minus(Duration.ofDays(1)));
                  case TIMESPAN -> new Span(Duration.ofDays(1));
                };
    return parameter.list() ? new Several(List.of(single)) : single;
  }
}
