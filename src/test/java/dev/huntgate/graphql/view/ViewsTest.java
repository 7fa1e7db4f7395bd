package dev.huntgate.graphql.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.huntgate.incident.AlertStatus;
import dev.huntgate.incident.Classification;
import dev.huntgate.incident.Determination;
import dev.huntgate.incident.Evidence;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentStatus;
import dev.huntgate.incident.Severity;
import dev.huntgate.result.ColumnType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ViewsTest {

  static Stream<Arguments> enums() {
    return Stream.of(
        Arguments.of(AlertStatus.class, AlertStatusView.class),
        Arguments.of(Classification.class, ClassificationView.class),
        Arguments.of(ColumnType.class, ColumnTypeView.class),
        Arguments.of(Determination.class, DeterminationView.class),
        Arguments.of(IncidentStatus.class, IncidentStatusView.class),
        Arguments.of(Severity.class, SeverityView.class));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void enumsHaveTheValuesOfTheDomain(
      Class<? extends java.lang.Enum<?>> domain, Class<? extends java.lang.Enum<?>> view) {
    assertEquals(names(domain), names(view));
  }

  @Test
  void ordersAreThoseByTime_andTheOneThatUpstreamDoesNotHave() {
    assertEquals(
        List.of(IncidentOrder.values()),
        Arrays.stream(IncidentOrderView.values())
            .map(IncidentOrderView::byTime)
            .filter(Objects::nonNull)
            .toList());
    assertNull(IncidentOrderView.SEVERITY.byTime());
  }

  static Stream<Class<?>> kindsOfEvidence() {
    return Arrays.stream(Evidence.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("kindsOfEvidence")
  void evidenceHasTheFieldsOfTheDomain(Class<?> kind) throws ClassNotFoundException {
    Class<?> view =
        Class.forName(EvidenceView.class.getPackageName() + "." + kind.getSimpleName() + "View");
    assertEquals(fields(kind), fields(view));
  }

  private static List<String> names(Class<? extends java.lang.Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(java.lang.Enum::name).toList();
  }

  private static List<String> fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
