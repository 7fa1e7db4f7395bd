package dev.huntgate.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The reference of all settings, as the configuration mappings and their comments have it. */
final class ConfigurationReference {

  private static final Path SOURCES = Path.of("src/main/java");

  /**
   * A setting.
   *
   * @param variable the environment variable
   * @param text what it is, from the comment in the source
   */
  record Setting(String variable, String value, String byDefault, String text) {}

  private ConfigurationReference() {}

  /** The reference in Markdown. */
  static String of(List<Class<?>> mappings) throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Settings

            Every setting, as the code has it: this page is made of the code, and a test compares both. The
            [README](../../README.md#settings) has the same for reading, with what goes together.

            Settings are environment variables; a variable that begins with `HUNTGATE_` and is none of these stops the
            start and is named. Durations are ISO 8601 (`PT30S`), lists have commas. `<NAME>` is a tenant's name, of
            letters and digits.
            """);
    for (Class<?> mapping : sorted(mappings)) {
      page.append("\n## ").append(prefix(mapping)).append("\n\n");
      page.append(typeComment(mapping)).append("\n\n");
      page.append("| variable | value | default | what it is |\n|---|---|---|---|\n");
      for (Setting setting : settings(mapping, variable(prefix(mapping)))) {
        page.append(
            "| `%s` | %s | %s | %s |\n"
                .formatted(
                    setting.variable(), setting.value(), setting.byDefault(), setting.text()));
      }
    }
    return page.toString();
  }

  /** All settings of these mappings. */
  static List<Setting> all(List<Class<?>> mappings) throws IOException {
    List<Setting> all = new ArrayList<>();
    for (Class<?> mapping : sorted(mappings)) {
      all.addAll(settings(mapping, variable(prefix(mapping))));
    }
    return all;
  }

  private static List<Class<?>> sorted(List<Class<?>> mappings) {
    return mappings.stream()
        .sorted(Comparator.comparing(ConfigurationReference::prefix))
        .collect(Collectors.toList());
  }

  private static String prefix(Class<?> mapping) {
    return mapping.getAnnotation(ConfigMapping.class).prefix();
  }

  private static List<Setting> settings(Class<?> mapping, String prefix) throws IOException {
    List<Setting> settings = new ArrayList<>();
    List<Method> methods =
        Arrays.stream(mapping.getDeclaredMethods())
            .filter(method -> !method.isSynthetic() && !method.isDefault())
            .sorted(Comparator.comparing(Method::getName))
            .toList();
    for (Method method : methods) {
      String variable = variable(prefix, method);
      Class<?> group = group(method);
      if (group != null) {
        boolean map = Map.class.isAssignableFrom(method.getReturnType());
        settings.addAll(settings(group, map ? variable + "_<NAME>" : variable));
      } else {
        settings.add(
            new Setting(variable, value(method), byDefault(method), comment(mapping, method)));
      }
    }
    return settings;
  }

  private static String variable(String prefix, Method method) {
    if (method.isAnnotationPresent(WithParentName.class)) {
      return prefix;
    }
    WithName named = method.getAnnotation(WithName.class);
    String name = named == null ? method.getName().replaceAll("([A-Z])", "-$1") : named.value();
    return prefix + "_" + variable(name);
  }

  private static String variable(String name) {
    return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  /* The mapping of a group of settings; null for a single one. */
  private static Class<?> group(Method method) {
    Class<?> type = method.getReturnType();
    if (Map.class.isAssignableFrom(type)) {
      type =
          (Class<?>)
              ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[1];
    }
    return type.isInterface() && type.getName().startsWith("dev.huntgate") ? type : null;
  }

  private static String byDefault(Method method) {
    WithDefault byDefault = method.getAnnotation(WithDefault.class);
    return byDefault == null ? "" : "`" + byDefault.value() + "`";
  }

  private static String value(Method method) {
    Class<?> type = method.getReturnType();
    if (type == OptionalInt.class) {
      return "integer";
    }
    String many = "";
    Type generic = method.getGenericReturnType();
    while (generic instanceof ParameterizedType parameterized) {
      many = parameterized.getRawType() == Optional.class ? many : "list of ";
      generic = parameterized.getActualTypeArguments()[0];
    }
    return many + named((Class<?>) generic);
  }

  private static String named(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> "`" + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT) + "`")
          .collect(Collectors.joining(", "));
    }
    return switch (type.getSimpleName()) {
      case "int", "long", "Integer", "Long" -> "integer";
      case "double", "Double" -> "number";
      case "boolean", "Boolean" -> "`true`, `false`";
      case "Duration" -> "duration";
      case "URI" -> "address";
      default -> "text";
    };
  }

  private static String typeComment(Class<?> mapping) throws IOException {
    return find(mapping, "[^;{}]*?\\binterface " + mapping.getSimpleName() + "\\b");
  }

  private static String comment(Class<?> mapping, Method method) throws IOException {
    return find(mapping, "(?:[^;{}/\"]|\"[^\"]*\")*?\\b" + method.getName() + "\\(\\);");
  }

  /* What the comment before such a declaration says. */
  private static String find(Class<?> mapping, String declaration) throws IOException {
    Class<?> top = mapping;
    while (top.getEnclosingClass() != null) {
      top = top.getEnclosingClass();
    }
    String source = Files.readString(SOURCES.resolve(top.getName().replace('.', '/') + ".java"));
    int from = Math.max(0, source.indexOf("interface " + mapping.getSimpleName()));
    String part = declaration.contains("binterface") ? source : source.substring(from);
    Matcher comment =
        Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/" + declaration, Pattern.DOTALL).matcher(part);
    if (!comment.find()) {
      throw new IllegalStateException(mapping + " has no comment for " + declaration);
    }
    return comment
        .group(1)
        .replaceAll("(?m)^\\s*\\* ?", "")
        .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
        .replaceAll("</?p>", "")
        .replaceAll("(?s)@param.*|@throws.*", "")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|")
        .strip();
  }
}
