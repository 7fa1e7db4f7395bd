package dev.huntgate.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of an incident; what is null stays as it is.
 *
 * @param assignedTo who is to work on it; empty for nobody
 * @param determination given only together with the classification that it details
 * @param tags all the tags that people give it from now on; none takes them all away
 * @param comment a remark to add to those that are there
 */
public record IncidentChange(
    @Nullable IncidentStatus status,
    @Nullable String assignedTo,
    @Nullable Classification classification,
    @Nullable Determination determination,
    @Nullable List<String> tags,
    @Nullable String comment) {

  public IncidentChange {
    tags = tags == null ? null : List.copyOf(tags);
  }

  /** A remark and nothing else. */
  public static IncidentChange commenting(String comment) {
    return new IncidentChange(null, null, null, null, null, comment);
  }

  /** Whether there is anything to change besides a remark to add. */
  public boolean changesFields() {
    return Stream.of(status, assignedTo, classification, determination, tags)
        .anyMatch(field -> field != null);
  }

  /** The names of what is to change, without their values. */
  List<String> fields() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("status", status);
    all.put("assignedTo", assignedTo);
    all.put("classification", classification);
    all.put("determination", determination);
    all.put("tags", tags);
    all.put("comment", comment);
    return all.keySet().stream().filter(name -> all.get(name) != null).toList();
  }

  /** The same with another remark, or with none. */
  public IncidentChange with(@Nullable String remark) {
    return new IncidentChange(status, assignedTo, classification, determination, tags, remark);
  }

  /** The change of fields in words, such as {@code status RESOLVED, assigned to nobody}. */
  String inWords() {
    List<String> words = new ArrayList<>();
    if (status != null) {
      words.add("status " + status);
    }
    if (assignedTo != null) {
      words.add("assigned to " + (assignedTo.isEmpty() ? "nobody" : assignedTo));
    }
    if (classification != null) {
      words.add("classification " + classification);
    }
    if (determination != null) {
      words.add("determination " + determination);
    }
    if (tags != null) {
      words.add(tags.isEmpty() ? "no tags" : "tags " + String.join(", ", tags));
    }
    return String.join(", ", words);
  }
}
