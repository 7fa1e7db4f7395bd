package dev.huntgate.kql;

import dev.huntgate.kql.KqlParser.PipelineContext;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Looks through the levels of the tree that hold only one part. */
final class Trees {

  private Trees() {}

  /**
   * Returns the innermost part that says what the whole does, brackets taken off; an empty one for
   * what is missing in a broken query.
   */
  static ParseTree inner(@Nullable ParseTree tree) {
    ParseTree inner = tree == null ? ParserRuleContext.EMPTY : tree;
    while (!(inner instanceof KqlParser.NameContext)
        && !(inner instanceof KqlParser.LiteralContext)
        && !(inner instanceof KqlParser.CallContext)) {
      if (inner instanceof KqlParser.NestedPrimaryContext nested && isScalar(nested.pipeline())) {
        inner = nested.pipeline();
      } else if (inner.getChildCount() == 1) {
        inner = inner.getChild(0);
      } else {
        break;
      }
    }
    return inner;
  }

  /** Returns the call that the whole consists of. */
  static Optional<KqlParser.CallContext> call(@Nullable ParseTree tree) {
    return inner(tree) instanceof KqlParser.CallContext call && call.name() != null
        ? Optional.of(call)
        : Optional.empty();
  }

  /** Returns the name that the whole consists of. */
  static Optional<String> name(@Nullable ParseTree tree) {
    return inner(tree) instanceof KqlParser.NameContext name
        ? Optional.of(KqlNames.text(name))
        : Optional.empty();
  }

  /** Returns the text that the whole consists of, as a literal. */
  static Optional<String> text(@Nullable ParseTree tree) {
    return inner(tree) instanceof KqlParser.StringLiteralContext literal
        ? Optional.of(KqlLiteral.text(literal))
        : Optional.empty();
  }

  /**
   * Returns the table in brackets that the whole consists of, or that it only keeps at hand by
   * {@code materialize()}.
   */
  static @Nullable PipelineContext innerPipeline(@Nullable ParseTree tree) {
    ParseTree inner = inner(tree);
    if (inner instanceof KqlParser.CallContext call
        && call.name() != null
        && KqlNames.text(call.name()).equals("materialize")
        && call.argument().size() == 1) {
      return call.argument(0).pipeline();
    }
    return inner instanceof KqlParser.NestedPrimaryContext nested ? nested.pipeline() : null;
  }

  /** Tells whether a pipeline is a value in the row at hand rather than a table of its own. */
  static boolean isScalar(@Nullable PipelineContext pipeline) {
    return pipeline != null
        && pipeline.operator().isEmpty()
        && pipeline.source() instanceof KqlParser.PlainSourceContext;
  }
}
