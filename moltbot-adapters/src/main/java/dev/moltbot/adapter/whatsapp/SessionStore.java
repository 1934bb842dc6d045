package dev.moltbot.adapter.whatsapp;

import dev.moltbot.adapter.whatsapp.SealedFiles.NotGenuine;
import dev.moltbot.adapter.whatsapp.Wire.Bucket;
import dev.moltbot.adapter.whatsapp.Wire.Versions;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The session of one link: names and opaque values, in memory and in sealed files. Values lie in
 * buckets, each with a version; a list of all versions is written after them. So one file put back
 * to an older state is noticed; the whole folder put back is not.
 *
 * <p>Thread-safe. What {@link #put} returned from is on the disk.
 */
final class SessionStore {
  /** Longest name, in UTF-16 units. */
  static final int MAX_NAME_CHARS = 512;

  /** Longest value, in UTF-16 units. */
  static final int MAX_VALUE_CHARS = 1 << 20;

  /** Most values. */
  static final int MAX_VALUES = 200_000;

  static final int BUCKETS = 64;
  static final String VERSIONS = "versions";

  private final SealedFiles files;
  private final Map<String, Bucket> buckets;

  private SessionStore(SealedFiles files, Map<String, Bucket> buckets) {
    this.files = files;
    this.buckets = buckets;
  }

  /**
   * Opens the store; an empty folder is an empty store.
   *
   * @throws NotGenuine when a file was changed, swapped, put back or taken away
   */
  static SessionStore open(SealedFiles files) throws IOException {
    Map<String, Long> versions = versions(files);
    var buckets = new HashMap<String, Bucket>();
    for (int number = 0; number < BUCKETS; number++) {
      String name = name(number);
      Bucket bucket = bucket(files, name);
      check(name, version(bucket), versions.getOrDefault(name, 0L));
      buckets.put(name, bucket);
    }
    return new SessionStore(files, buckets);
  }

  /** A crash between a bucket and the list leaves the bucket ahead, by one and no more. */
  private static void check(String name, long version, long listed) throws NotGenuine {
    if (version < listed || version > listed + 1) {
      throw new NotGenuine("the sealed file " + name + " is not the newest one");
    }
  }

  /** The values that are there. */
  synchronized Map<String, String> values(Collection<String> names) {
    var found = new TreeMap<String, String>();
    for (String name : names) {
      String value = content(buckets.get(bucketOf(name))).get(name);
      if (value != null) {
        found.put(name, value);
      }
    }
    return found;
  }

  /** Keeps the values; null takes one away. */
  synchronized void put(Map<String, @Nullable String> changes) throws IOException {
    var changed = new TreeMap<String, Bucket>();
    for (Map.Entry<String, @Nullable String> change : changes.entrySet()) {
      String bucket = bucketOf(checked(change.getKey()));
      changed.computeIfAbsent(bucket, this::next);
      apply(content(changed.get(bucket)), change.getKey(), change.getValue());
    }
    for (Map.Entry<String, Bucket> bucket : changed.entrySet()) {
      files.write(bucket.getKey(), text(bucket.getValue()));
    }
    var after = new HashMap<>(buckets);
    after.putAll(changed);
    check(after.values());
    writeVersions(after);
    buckets.putAll(changed);
  }

  private Bucket next(String name) {
    Bucket now = buckets.getOrDefault(name, new Bucket(0L, Map.of()));
    return new Bucket(version(now) + 1, new HashMap<>(content(now)));
  }

  private static void apply(Map<String, String> values, String name, @Nullable String value)
      throws IOException {
    if (value == null) {
      values.remove(name);
    } else if (value.length() > MAX_VALUE_CHARS) {
      throw new IOException("a value of over " + MAX_VALUE_CHARS + " characters");
    } else {
      values.put(name, value);
    }
  }

  private static void check(Collection<Bucket> buckets) throws IOException {
    if (buckets.stream().mapToInt(bucket -> content(bucket).size()).sum() > MAX_VALUES) {
      throw new IOException("over " + MAX_VALUES + " values in the session");
    }
  }

  private void writeVersions(Map<String, Bucket> all) throws IOException {
    var versions = new TreeMap<String, Long>();
    all.forEach((name, bucket) -> versions.put(name, version(bucket)));
    files.write(VERSIONS, Json.of(Map.of("versions", versions)));
  }

  private static Map<String, Long> versions(SealedFiles files) throws IOException {
    var text = files.read(VERSIONS);
    if (text.isEmpty()) {
      return Map.of();
    }
    Versions read = Json.read(Versions.class, text.get()).orElse(new Versions(null));
    if (read.versions() == null) {
      throw new NotGenuine("the sealed file " + VERSIONS + " makes no sense");
    }
    return read.versions();
  }

  private static Bucket bucket(SealedFiles files, String name) throws IOException {
    var text = files.read(name);
    return text.isEmpty()
        ? new Bucket(0L, Map.of())
        : Json.read(Bucket.class, text.get())
            .orElseThrow(() -> new NotGenuine("the sealed file " + name + " makes no sense"));
  }

  private static String text(Bucket bucket) {
    return Json.of(Map.of("version", version(bucket), "values", content(bucket)));
  }

  private static long version(Bucket bucket) {
    return bucket.version() == null ? 0 : bucket.version();
  }

  private static Map<String, String> content(@Nullable Bucket bucket) {
    return bucket == null || bucket.values() == null ? Map.of() : bucket.values();
  }

  private static String checked(String name) throws IOException {
    if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
      throw new IOException("a name of " + name.length() + " characters");
    }
    return name;
  }

  private static String bucketOf(String name) {
    return name(Math.floorMod(name.hashCode(), BUCKETS));
  }

  private static String name(int bucket) {
    return "values-" + bucket;
  }
}
