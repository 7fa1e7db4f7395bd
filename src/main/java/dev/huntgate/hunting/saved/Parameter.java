package dev.huntgate.hunting.saved;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.saved.ParameterValue.Several;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a saved hunt that its caller may choose.
 *
 * @param name its name in the query
 * @param list whether a value is a list of what the type says
 * @param defaultValue the value where a caller gives none; null where one has to be given
 * @param fill what of an incident it can be filled from
 */
public record Parameter(
    String name,
    ParameterType type,
    boolean list,
    String description,
    @Nullable ParameterValue defaultValue,
    Bounds bounds,
    @Nullable Fill fill) {

  /**
   * Reads what a caller gave for it.
   *
   * @param given JSON as Java's own types; null for nothing
   * @throws FailureException {@code INVALID_ARGUMENT} that names the parameter, what it allows and
   *     what to do
   */
  public ParameterValue accept(@Nullable Object given) {
    if (given == null) {
      if (defaultValue == null) {
        throw refusal(name, "is required; give " + form());
      }
      return defaultValue;
    }
    return list ? several(given) : single(given, name);
  }

  /** Whether it would take this string, number or boolean, as a value or as a part of its list. */
  public boolean takes(Object given) {
    return type.of(given).filter(value -> bounds.refusal(value).isEmpty()).isPresent();
  }

  /** What to give for it, in words. */
  public String form() {
    return list ? "a list, of at most " + bounds.maxItems() + ", each " + type.form() : type.form();
  }

  private ParameterValue several(Object given) {
    // As GraphQL has it, a single value stands for a list of one.
    List<?> items = given instanceof List<?> all ? all : List.of(given);
    if (items.size() > bounds.maxItems()) {
      throw refusal(name, "may have at most " + bounds.maxItems() + " values, not " + items.size());
    }
    List<ParameterValue> values = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      values.add(single(items.get(i), name + "[" + i + "]"));
    }
    return new Several(values);
  }

  private ParameterValue single(@Nullable Object given, String where) {
    ParameterValue value =
        Optional.ofNullable(given)
            .flatMap(type::of)
            .orElseThrow(() -> refusal(where, "has to be " + type.form()));
    Optional<String> refusal = bounds.refusal(value);
    if (refusal.isPresent()) {
      throw refusal(where, refusal.get());
    }
    return value;
  }

  private FailureException refusal(String where, String why) {
    return new FailureException(
        new InvalidArgument("parameters." + name, "The parameter " + where + " " + why + "."));
  }
}
