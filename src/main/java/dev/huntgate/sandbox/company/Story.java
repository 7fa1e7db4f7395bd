package dev.huntgate.sandbox.company;

/** A course of events that ends in an incident. */
interface Story {

  /** Plays the story on a scene and returns what the incident is to say. */
  Ending tell(Scene scene);

  /** What an incident says about itself as a whole. */
  record Ending(
      String name,
      String description,
      Severity severity,
      Classification classification,
      Determination determination) {}
}
