package dev.huntgate.sandbox.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The people of the company. */
record Staff(List<Employee> everyone) {

  static final String DOMAIN = "northwhale.example";
  static final String DIRECTORY = "northwhale";
  static final String TENANT = "5d2b7c1e-93a4-4f08-b6d1-7e0c4a9f1b22";
  private static final String SID = "S-1-5-21-3120884407-1185270933-2290467712-";
  private static final int SIZE = 48;

  private static final List<String> FIRST =
      List.of(
          "Ada", "Bram", "Carla", "Dario", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas",
          "Kaya", "Leo", "Mina", "Nils", "Olga", "Pavel", "Quinn", "Rosa", "Sven", "Tara");
  private static final List<String> LAST =
      List.of(
          "Abeln",
          "Brandvik",
          "Castell",
          "Dorn",
          "Eskola",
          "Ferreau",
          "Gallo",
          "Halvorsen",
          "Ilic",
          "Jansky",
          "Keller",
          "Lindgren",
          "Moreno",
          "Novak",
          "Okafor",
          "Petrov",
          "Quist",
          "Rinaldi",
          "Sato",
          "Tamm",
          "Ueda",
          "Varga",
          "Weiss");
  private static final List<String> DEPARTMENTS =
      List.of(
          "Finance",
          "Sales",
          "Engineering",
          "Shipping",
          "Legal",
          "Human resources",
          "Marketing",
          "IT operations");

  Staff {
    everyone = List.copyOf(everyone);
  }

  static Staff hire(Dice dice) {
    List<Employee> hired = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      String first = FIRST.get(i % FIRST.size());
      String last = LAST.get(i * 7 % LAST.size());
      String name = (first.charAt(0) + last).toLowerCase(Locale.ROOT) + (i < 23 ? "" : i % 10);
      Account account =
          new Account(
              name,
              DIRECTORY,
              SID + (1104 + i),
              name + "@" + DOMAIN,
              dice.uuid().toString(),
              first + " " + last);
      hired.add(new Employee(first, last, DEPARTMENTS.get(i % DEPARTMENTS.size()), account));
    }
    return new Staff(hired);
  }

  List<Employee> administrators() {
    return everyone.stream()
        .filter(employee -> employee.department().equals("IT operations"))
        .toList();
  }

  /** The addresses of those who work on incidents. */
  List<String> analysts() {
    return administrators().stream().limit(4).map(Employee::address).toList();
  }
}
