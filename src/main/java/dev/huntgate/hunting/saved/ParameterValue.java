package dev.huntgate.hunting.saved;

import dev.huntgate.kql.ParameterLiteral;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A value of a saved hunt's parameter. */
public sealed interface ParameterValue {

  /**
   * The value as a literal of KQL, a fixed number of tokens whatever it is.
   *
   * <p>A list has one value in its brackets for each of its own.
   */
  String literal();

  /** The value as JSON has it: a string, a long, a boolean, or a list of these. */
  Object plain();

  /** A string. */
  record Text(String value) implements ParameterValue {
    @Override
    public String literal() {
      return ParameterLiteral.of(value);
    }

    @Override
    public Object plain() {
      return value;
    }
  }

  /** A whole number. */
  record Whole(long value) implements ParameterValue {
    @Override
    public String literal() {
      return ParameterLiteral.of(value);
    }

    @Override
    public Object plain() {
      return value;
    }
  }

  /** True or false. */
  record Truth(boolean value) implements ParameterValue {
    @Override
    public String literal() {
      return ParameterLiteral.of(value);
    }

    @Override
    public Object plain() {
      return value;
    }
  }

  /** A point in time. */
  record Moment(Instant value) implements ParameterValue {
    @Override
    public String literal() {
      return ParameterLiteral.of(value);
    }

    @Override
    public Object plain() {
      return value.toString();
    }
  }

  /** A length of time. */
  record Span(Duration value) implements ParameterValue {
    @Override
    public String literal() {
      return ParameterLiteral.of(value);
    }

    @Override
    public Object plain() {
      boolean days = !value.isZero() && value.equals(Duration.ofDays(value.toDays()));
      return days ? "P" + value.toDays() + "D" : value.toString();
    }
  }

  /** Values of one of the other kinds. */
  record Several(List<ParameterValue> values) implements ParameterValue {
    public Several {
      values = List.copyOf(values);
    }

    @Override
    public String literal() {
      return ParameterLiteral.list(values.stream().map(Several::member).toList());
    }

    /* Within brackets a number is written as JSON does it. */
    private static String member(ParameterValue value) {
      return value instanceof Whole whole ? Long.toString(whole.value()) : value.literal();
    }

    @Override
    public Object plain() {
      return values.stream().map(ParameterValue::plain).toList();
    }
  }
}
