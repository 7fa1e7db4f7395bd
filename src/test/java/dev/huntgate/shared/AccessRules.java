package dev.huntgate.shared;

/** What a Redis user of Huntgate needs to be allowed; the README shows the same. */
public final class AccessRules {

  public static final String RULES =
      "resetkeys ~huntgate:v1:* resetchannels &huntgate:v1:* -@all +ping +select +subscribe +eval"
          + " +evalsha +time +publish +pubsub +hget +hset +hdel +hmget +hgetall +hvals +hkeys +hlen"
          + " +hincrby +zadd +zrem +zcard +zscore +zrange +zrangebyscore +zremrangebyscore +del +pexpire +pttl";

  private AccessRules() {}
}
