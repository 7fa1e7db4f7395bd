package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells the incidents of the company's last month, and new ones as they arrive. */
final class Narrator {

  /** What was told: the incidents oldest first, and what happened meanwhile. */
  record Chronicle(List<Incident> incidents, List<Happening> happenings) {

    Chronicle {
      incidents = List.copyOf(incidents);
      happenings = List.copyOf(happenings);
    }
  }

  private static final long FIRST_ID = 41_207;

  /** Long stories need hours; none may end after the moment the company starts at. */
  private static final Duration LONGEST_STORY = Duration.ofHours(7);

  private static final Story NOISE = new NoiseStory();
  private static final List<Story> STORIES =
      List.of(
          new PhishStory(),
          new PhishStory(),
          new SprayStory(),
          new RansomStory(),
          new UsbStory(),
          new UsbStory(),
          new TravelStory(),
          new MinerStory(),
          NOISE,
          NOISE);

  private final Staff staff;
  private final Fleet fleet;
  private final CaseFile caseFile;

  Narrator(Staff staff, Fleet fleet) {
    this.staff = staff;
    this.fleet = fleet;
    this.caseFile = new CaseFile(staff);
  }

  Chronicle past(long seed, Instant start, int count) {
    Dice dice = new Dice(seed);
    List<Incident> incidents = new ArrayList<>();
    List<Happening> happenings = new ArrayList<>();
    for (Instant begin : beginnings(dice, start, count)) {
      boolean recent = begin.isAfter(start.minus(LONGEST_STORY));
      boolean old = begin.isBefore(start.minus(Duration.ofDays(30)));
      Story story = recent || old ? NOISE : STORIES.get(incidents.size() % STORIES.size());
      Scene scene = new Scene(dice, staff, fleet, begin);
      Story.Ending ending = story.tell(scene);
      incidents.add(caseFile.open(FIRST_ID + incidents.size(), scene, ending, start, old));
      happenings.addAll(scene.happenings());
    }
    incidents.sort(Comparator.comparing(Incident::createdAt).thenComparing(Incident::id));
    return new Chronicle(caseFile.merge(renumbered(incidents)), happenings);
  }

  /** An incident that comes up at {@code now}, changed by nobody yet. */
  Incident arrival(long seed, long id, Instant now) {
    Scene scene = new Scene(new Dice(seed), staff, fleet, now.minus(Duration.ofMinutes(10)));
    return caseFile.fresh(id, scene, NOISE.tell(scene), now);
  }

  private static List<Instant> beginnings(Dice dice, Instant start, int count) {
    Instant monthAgo = start.minus(Duration.ofDays(29));
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean old = i % 40 == 39;
      times.add(
          old
              ? dice.moment(start.minus(Duration.ofDays(170)), start.minus(Duration.ofDays(40)))
              : dice.moment(monthAgo, start.minus(Duration.ofMinutes(25))));
    }
    times.sort(Comparator.naturalOrder());
    return times;
  }

  /** Ids follow the time of creation, as they do upstream. */
  private static List<Incident> renumbered(List<Incident> incidents) {
    List<Incident> ordered = new ArrayList<>();
    for (Incident incident : incidents) {
      ordered.add(CaseFile.numbered(incident, FIRST_ID + ordered.size()));
    }
    return ordered;
  }
}
