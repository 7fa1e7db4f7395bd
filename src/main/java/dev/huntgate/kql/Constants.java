package dev.huntgate.kql;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** The numbers, spans and moments that a query states, also by names it gives them. */
final class Constants extends KqlParserBaseVisitor<Void> {

  private static final Duration LONGEST = Duration.ofDays(3_660_000);

  private final Instant now;
  private final Map<String, Duration> spans = new HashMap<>();
  private final Map<String, Instant> moments = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<String, KqlParser.FunctionDefinitionContext> functions = new HashMap<>();
  private final Set<String> given = new HashSet<>();

  private Constants(Instant now) {
    this.now = now;
  }

  /**
   * @param now what the query means by {@code now()}
   */
  static Constants in(KqlParser.QueryContext query, Instant now) {
    Constants constants = new Constants(now);
    constants.visit(query);
    return constants;
  }

  @Override
  public Void visitLetStatement(KqlParser.LetStatementContext let) {
    if (let.name() != null && let.pipeline() != null) {
      keep(KqlNames.text(let.name()), let.pipeline());
    }
    if (let.name() != null && let.functionDefinition() != null) {
      functions.put(KqlNames.text(let.name()), let.functionDefinition());
    }
    return super.visitLetStatement(let);
  }

  /* What a function is called with stands for its parameter; of several the furthest in the past. */
  @Override
  public Void visitCall(KqlParser.CallContext call) {
    KqlParser.FunctionDefinitionContext function =
        call.name() == null ? null : functions.get(KqlNames.text(call.name()));
    if (function != null) {
      for (int i = 0; i < function.parameterDeclaration().size(); i++) {
        KqlParser.NameContext parameter = function.parameterDeclaration(i).name();
        Optional<ParseTree> value = argument(call, i);
        if (parameter != null && value.isPresent()) {
          give(KqlNames.text(parameter), value.get());
        }
      }
    }
    return super.visitCall(call);
  }

  private void give(String parameter, ParseTree value) {
    if (given.add(parameter)) {
      keep(parameter, value);
    } else {
      span(value)
          .ifPresent(span -> spans.merge(parameter, span, (a, b) -> a.compareTo(b) < 0 ? b : a));
      moment(value)
          .ifPresent(moment -> moments.merge(parameter, moment, (a, b) -> a.isBefore(b) ? a : b));
    }
  }

  @Override
  public Void visitParameterDeclaration(KqlParser.ParameterDeclarationContext parameter) {
    if (parameter.name() != null && parameter.signed() != null) {
      keep(KqlNames.text(parameter.name()), parameter.signed());
    }
    return null;
  }

  private void keep(String name, ParseTree value) {
    spans.remove(name);
    moments.remove(name);
    numbers.remove(name);
    span(value).ifPresent(span -> spans.put(name, span));
    moment(value).ifPresent(moment -> moments.put(name, moment));
    number(value).ifPresent(number -> numbers.put(name, number));
  }

  Optional<Long> number(@Nullable ParseTree tree) {
    ParseTree inner = Trees.inner(tree);
    if (inner instanceof KqlParser.NameContext name) {
      return Optional.ofNullable(numbers.get(KqlNames.text(name)));
    }
    if (inner instanceof KqlParser.SignedContext signed) {
      return number(signed.path()).map(n -> signed.MINUS().size() % 2 == 0 ? n : -n);
    }
    if (inner instanceof KqlParser.CallContext call && argument(call, 0).isPresent()) {
      return switch (KqlNames.text(call.name())) {
        case "int", "long", "toint", "tolong" -> number(call.argument(0));
        default -> Optional.empty();
      };
    }
    boolean digits = inner instanceof KqlParser.IntegerLiteralContext;
    return digits && inner.getText().matches("\\d{1,18}")
        ? Optional.of(Long.valueOf(inner.getText()))
        : Optional.empty();
  }

  Optional<Duration> span(@Nullable ParseTree tree) {
    ParseTree inner = Trees.inner(tree);
    if (inner instanceof KqlParser.NameContext name) {
      return Optional.ofNullable(spans.get(KqlNames.text(name)));
    }
    if (inner instanceof KqlParser.TimespanLiteralContext literal) {
      return KqlTime.span(KqlTime.enclosed(literal.getText())).filter(Constants::isSane);
    }
    if (inner instanceof KqlParser.SignedContext signed) {
      return span(signed.path())
          .map(span -> signed.MINUS().size() % 2 == 0 ? span : span.negated());
    }
    if (inner instanceof KqlParser.CallContext call) {
      boolean converts = KqlNames.text(call.name()).equals("totimespan");
      return converts ? argument(call, 0).flatMap(this::spanOrText) : Optional.empty();
    }
    if (inner instanceof KqlParser.ProductContext product && product.signed().size() == 2) {
      return multiple(product);
    }
    return inner instanceof KqlParser.SumContext sum ? spanSum(sum) : Optional.empty();
  }

  private Optional<Duration> spanOrText(ParseTree tree) {
    return span(tree).or(() -> Trees.text(tree).flatMap(KqlTime::span).filter(Constants::isSane));
  }

  private Optional<Duration> multiple(KqlParser.ProductContext product) {
    ParseTree left = product.signed(0);
    ParseTree right = product.signed(1);
    if (!product.STAR().isEmpty()) {
      return span(left)
          .flatMap(span -> number(right).flatMap(n -> times(span, n)))
          .or(() -> span(right).flatMap(span -> number(left).flatMap(n -> times(span, n))));
    }
    return product.SLASH().isEmpty()
        ? Optional.empty()
        : span(left).flatMap(s -> number(right).filter(n -> n != 0).map(s::dividedBy));
  }

  private Optional<Duration> spanSum(KqlParser.SumContext sum) {
    Optional<Duration> total = span(sum.getChild(0));
    for (int i = 1; i + 1 < sum.getChildCount() && total.isPresent(); i += 2) {
      boolean minus = sum.getChild(i).getText().equals("-");
      Duration soFar = total.get();
      total =
          span(sum.getChild(i + 1))
              .map(span -> minus ? soFar.minus(span) : soFar.plus(span))
              .filter(Constants::isSane);
    }
    return total;
  }

  Optional<Instant> moment(@Nullable ParseTree tree) {
    ParseTree inner = Trees.inner(tree);
    if (inner instanceof KqlParser.NameContext name) {
      return Optional.ofNullable(moments.get(KqlNames.text(name)));
    }
    if (inner instanceof KqlParser.DatetimeLiteralContext literal) {
      String text = KqlTime.enclosed(literal.getText());
      return text.equals("now") ? Optional.of(now) : KqlTime.moment(text);
    }
    if (inner instanceof KqlParser.CallContext call && call.name() != null) {
      return called(KqlNames.text(call.name()), call);
    }
    if (!(inner instanceof KqlParser.SumContext sum)) {
      return Optional.empty();
    }
    Optional<Instant> total = moment(sum.getChild(0));
    for (int i = 1; i + 1 < sum.getChildCount() && total.isPresent(); i += 2) {
      boolean minus = sum.getChild(i).getText().equals("-");
      Instant soFar = total.get();
      total = span(sum.getChild(i + 1)).map(span -> shifted(soFar, minus ? span.negated() : span));
    }
    return total;
  }

  private Optional<Instant> called(String function, KqlParser.CallContext call) {
    Optional<ParseTree> first = argument(call, 0);
    return switch (function) {
      case "now" ->
          first.isEmpty()
              ? Optional.of(now)
              : first.flatMap(this::span).map(span -> shifted(now, span));
      case "ago" -> first.flatMap(this::span).map(span -> shifted(now, span.negated()));
      case "todatetime" ->
          first.flatMap(tree -> moment(tree).or(() -> Trees.text(tree).flatMap(KqlTime::moment)));
      case "bin", "floor" -> first.flatMap(this::moment).map(moment -> binned(moment, call));
      case "startofday", "startofweek", "startofmonth", "startofyear" ->
          first.flatMap(this::moment).flatMap(moment -> start(moment, function.substring(7), call));
      case "datetime_add" -> added(call);
      default -> Optional.empty();
    };
  }

  private Optional<Instant> start(Instant moment, String unit, KqlParser.CallContext call) {
    long offset = argument(call, 1).flatMap(this::number).orElse(0L);
    return Calendar.start(moment, unit).flatMap(start -> Calendar.plus(start, unit, offset));
  }

  private Instant binned(Instant moment, KqlParser.CallContext call) {
    return argument(call, 1)
        .flatMap(this::span)
        .filter(size -> !size.isNegative() && !size.isZero())
        .map(
            size ->
                moment.minusMillis(
                    Math.floorMod(moment.toEpochMilli(), Math.max(1, size.toMillis()))))
        .orElse(moment);
  }

  private Optional<Instant> added(KqlParser.CallContext call) {
    Optional<String> unit = argument(call, 0).flatMap(Trees::text);
    Optional<Long> count = argument(call, 1).flatMap(this::number);
    Optional<Instant> moment = argument(call, 2).flatMap(this::moment);
    return unit.isPresent() && count.isPresent() && moment.isPresent()
        ? Calendar.plus(moment.get(), unit.get(), count.get())
        : Optional.empty();
  }

  private static Optional<ParseTree> argument(KqlParser.CallContext call, int index) {
    List<KqlParser.ArgumentContext> arguments = call.argument();
    return index < arguments.size() && arguments.get(index).pipeline() != null
        ? Optional.of(arguments.get(index).pipeline())
        : Optional.empty();
  }

  private static Optional<Duration> times(Duration span, long count) {
    boolean fits = Math.abs(count) <= 1_000_000 && isSane(span);
    return fits
        ? Optional.of(span.multipliedBy(count)).filter(Constants::isSane)
        : Optional.empty();
  }

  private static Instant shifted(Instant moment, Duration span) {
    return isSane(span) && isSane(Duration.between(Instant.EPOCH, moment))
        ? moment.plus(span)
        : moment;
  }

  private static boolean isSane(Duration span) {
    return span.abs().compareTo(LONGEST) <= 0;
  }
}
