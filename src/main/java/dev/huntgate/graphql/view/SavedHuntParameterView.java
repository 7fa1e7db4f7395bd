package dev.huntgate.graphql.view;

import dev.huntgate.hunting.saved.Bounds;
import dev.huntgate.hunting.saved.Parameter;
import dev.huntgate.hunting.saved.ParameterType;
import dev.huntgate.hunting.saved.ParameterValue;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import jakarta.json.JsonValue;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code SavedHuntParameter}. */
@Type("SavedHuntParameter")
@Description("Something of a saved hunt that can be chosen for each run.")
@DefaultNonNull
public record SavedHuntParameterView(
    @Description("Its name, a key of `parameters` of `runSavedHunt`.") String name,
    @Description("What a value is, or each value in its list.") SavedHuntParameterTypeView type,
    @Description("Whether a value is a list.") boolean list,
    @Description("Whether a value has to be given.") boolean required,
    @Description("What it is for.") String description,
    @Description("The value that is taken when none is given; null when one is required.") @Nullable
        JsonValue defaultValue,
    @Description("The least value; null for no bound.") @Nullable JsonValue min,
    @Description("The greatest value; null for no bound.") @Nullable JsonValue max,
    @Description("How many characters a string may have; null for other types.") @Nullable
        Integer maxLength,
    @Description("How many values a list may have; null for single values.") @Nullable
        Integer maxItems,
    @Description("The only values there are; empty for any.") List<@NonNull JsonValue> values,
    @Description(
            "A regular expression in the syntax of RE2 that the whole of a string has to match;"
                + " null for any.")
        @Nullable
        String pattern,
    @Description("What of an incident `suggestedHunts` fills it from; null for nothing.") @Nullable
        SavedHuntFillView filledFrom) {

  static SavedHuntParameterView of(Parameter parameter) {
    Bounds bounds = parameter.bounds();
    boolean string = parameter.type() == ParameterType.STRING;
    return new SavedHuntParameterView(
        parameter.name(),
        SavedHuntParameterTypeView.valueOf(parameter.type().name()),
        parameter.list(),
        parameter.defaultValue() == null,
        parameter.description(),
        json(parameter.defaultValue()),
        json(bounds.min()),
        json(bounds.max()),
        string ? bounds.maxLength() : null,
        parameter.list() ? bounds.maxItems() : null,
        bounds.allowed().stream().map(value -> JsonValues.of(value.plain())).toList(),
        bounds.pattern() == null ? null : bounds.pattern().pattern(),
        parameter.fill() == null ? null : SavedHuntFillView.valueOf(parameter.fill().name()));
  }

  private static @org.jspecify.annotations.Nullable JsonValue json(
      @org.jspecify.annotations.Nullable ParameterValue value) {
    return value == null ? null : JsonValues.of(value.plain());
  }
}
