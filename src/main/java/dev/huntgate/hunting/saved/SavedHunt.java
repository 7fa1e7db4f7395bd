package dev.huntgate.hunting.saved;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.HuntQuery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A named query with parameters.
 *
 * @param name its name, unique, of the letters a to z, digits and hyphens
 * @param title what it finds, in a few words
 * @param tags what it is about, for finding it
 * @param techniques MITRE ATT&CK techniques that it finds traces of, such as {@code T1059.001}
 * @param kql the query, in which parameters stand by their names
 * @param maxAge how old a kept result may be where its caller does not say; null for the result's
 *     own freshness
 * @param overrides whether it stands in for one of this name that ships
 */
public record SavedHunt(
    String name,
    String title,
    String description,
    List<String> tags,
    List<String> techniques,
    List<Parameter> parameters,
    String kql,
    @Nullable Duration maxAge,
    Origin origin,
    boolean overrides) {

  /** Where a saved hunt is from. */
  public enum Origin {
    /** It ships with Huntgate. */
    BUILT_IN,
    /** It is in the operator's folder. */
    FOLDER
  }

  public SavedHunt {
    tags = List.copyOf(tags);
    techniques = List.copyOf(techniques);
    parameters = List.copyOf(parameters);
  }

  /**
   * The query with values for its parameters.
   *
   * <p>They are given names in {@code let} statements in front, and the query's own text is left as
   * it is: what a value may be is then a matter of one literal, and never of the place it is put
   * in.
   *
   * @param given what a caller gave, by name: JSON as Java's own types
   * @throws FailureException {@code INVALID_ARGUMENT} that names the parameter, or {@code
   *     LIMIT_EXCEEDED} when the query would be too long
   */
  public String kqlWith(Map<String, ? extends @Nullable Object> given) {
    for (String name : given.keySet()) {
      if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
        throw unknown(name);
      }
    }
    String query =
        parameters.stream()
            .map(parameter -> let(parameter, parameter.accept(given.get(parameter.name()))))
            .collect(Collectors.joining("", "", kql));
    int bytes = query.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > HuntQuery.MAX_KQL_BYTES) {
      throw new FailureException(
          new LimitExceeded(
              "parameters",
              "With these parameters the query has "
                  + bytes
                  + " bytes of UTF-8, and may have at most "
                  + HuntQuery.MAX_KQL_BYTES
                  + "; give shorter lists."));
    }
    return query;
  }

  static String let(Parameter parameter, ParameterValue value) {
    return "let " + parameter.name() + " = " + value.literal() + ";\n";
  }

  private FailureException unknown(String given) {
    String known =
        parameters.isEmpty()
            ? "it has none"
            : "it has "
                + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    return new FailureException(
        new InvalidArgument(
            "parameters." + brief(given),
            "The saved hunt " + name + " has no parameter " + brief(given) + "; " + known + "."));
  }

  private static String brief(String text) {
    int longest = 60;
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
