package dev.huntgate.hunting.saved;

import dev.huntgate.kql.KqlNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the parameters of a saved hunt from its file. */
final class ParameterReader {

  private static final Set<String> KEYS =
      new LinkedHashSet<>(
          List.of(
              "name",
              "type",
              "list",
              "description",
              "default",
              "min",
              "max",
              "maxLength",
              "maxItems",
              "values",
              "pattern",
              "fill"));

  /* Columns begin with a capital letter, so that no parameter hides behind one. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");
  private static final String TYPES =
      Arrays.stream(ParameterType.values())
          .map(ParameterType::text)
          .collect(Collectors.joining(", "));
  private static final String FILLS =
      Arrays.stream(Fill.values()).map(Fill::text).collect(Collectors.joining(", "));
  private static final int MOST = 20;

  private final Complaints complaints;

  ParameterReader(Complaints complaints) {
    this.complaints = complaints;
  }

  List<Parameter> all(YamlMap hunt) {
    List<Parameter> parameters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node item : hunt.items("parameters", MOST, "a parameter with its name and type")) {
      Optional<Parameter> parameter =
          YamlMap.of(item, "A parameter", KEYS, complaints).flatMap(this::one);
      if (parameter.isPresent() && !names.add(parameter.get().name())) {
        complaints.error(
            item, "There are two parameters " + parameter.get().name() + "; rename one of them.");
      }
      parameter.ifPresent(parameters::add);
    }
    return parameters;
  }

  private Optional<Parameter> one(YamlMap map) {
    Optional<String> name = map.required("name", "a name such as lookBack").flatMap(this::name);
    Optional<ParameterType> type = map.required("type", "one of " + TYPES).flatMap(this::type);
    Optional<String> description =
        map.required("description", "what it is for").map(ScalarNode::getValue).map(String::strip);
    if (name.isEmpty() || type.isEmpty() || description.isEmpty()) {
      return Optional.empty();
    }
    boolean list = map.scalar("list", "true or false").map(this::truth).orElse(false);
    Bounds bounds = new BoundsReader(complaints, map, type.get(), list).bounds();
    Fill fill = map.scalar("fill", "one of " + FILLS).flatMap(this::fill).orElse(null);
    if (fill != null && fill.type() != type.get()) {
      complaints.error(
          map.node("fill").orElseThrow(),
          "Only a parameter of the type "
              + fill.type().text()
              + " is filled by "
              + fill.text()
              + ".");
    }
    Parameter bare =
        new Parameter(name.get(), type.get(), list, description.get(), null, bounds, fill);
    ParameterValue value = map.node("default").map(node -> value(bare, node)).orElse(null);
    return Optional.of(
        new Parameter(name.get(), type.get(), list, description.get(), value, bounds, fill));
  }

  private Optional<String> name(ScalarNode node) {
    if (!NAME.matcher(node.getValue()).matches() || !KqlNames.isPlain(node.getValue())) {
      complaints.error(
          node,
          "A parameter's name has to begin with a small letter, go on with letters and digits, 40"
              + " at most, and be no word of KQL; such as lookBack.");
      return Optional.empty();
    }
    return Optional.of(node.getValue());
  }

  private Optional<ParameterType> type(ScalarNode node) {
    Optional<ParameterType> type =
        Stream.of(ParameterType.values())
            .filter(each -> each.text().equals(node.getValue()))
            .findFirst();
    if (type.isEmpty()) {
      complaints.error(node, "type has to be one of " + TYPES + ".");
    }
    return type;
  }

  private Optional<Fill> fill(ScalarNode node) {
    Optional<Fill> fill = Fill.named(node.getValue());
    if (fill.isEmpty()) {
      complaints.error(node, "fill has to be one of " + FILLS + ".");
    }
    return fill;
  }

  private boolean truth(ScalarNode node) {
    if (!Set.of("true", "false").contains(node.getValue())) {
      complaints.error(node, "list has to be true or false.");
    }
    return node.getValue().equals("true");
  }

  private @Nullable ParameterValue value(Parameter parameter, Node node) {
    if (!parameter.list()) {
      return single(parameter, node);
    }
    if (!(node instanceof SequenceNode items)) {
      complaints.error(node, "default has to be a list, such as [].");
      return null;
    }
    if (items.getValue().size() > parameter.bounds().maxItems()) {
      complaints.error(
          node, "default may have at most " + parameter.bounds().maxItems() + " values.");
    }
    List<ParameterValue> values = new ArrayList<>();
    for (Node item : items.getValue()) {
      ParameterValue value = single(parameter, item);
      if (value != null) {
        values.add(value);
      }
    }
    return new ParameterValue.Several(values);
  }

  private @Nullable ParameterValue single(Parameter parameter, Node node) {
    ParameterValue value = BoundsReader.value(node, parameter.type()).orElse(null);
    if (value == null) {
      complaints.error(node, "default has to be " + parameter.type().form() + ".");
    } else {
      parameter
          .bounds()
          .refusal(value)
          .ifPresent(why -> complaints.error(node, "default " + why + ", as the parameter says."));
    }
    return value;
  }
}
