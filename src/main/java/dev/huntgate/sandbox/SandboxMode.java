package dev.huntgate.sandbox;

/** Whether the embedded upstream answers; named as operators write it. */
public enum SandboxMode {
  /** Nothing of it answers. */
  FALSE,
  /** It answers beside the gateway. */
  TRUE,
  /** It answers alone, without the gateway. */
  ONLY
}
