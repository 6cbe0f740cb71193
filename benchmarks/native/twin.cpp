// The tracker's map and snapshot in C++: the yardstick for what the C# code costs. Same words, same offsets, same orders as
// src/Tracker (FolioState, WriteSection, SnapshotReader); `stress bench` runs both by turns.
#include <atomic>
#include <cstdint>

namespace {

struct Folio {
    std::int64_t sequence;
    std::int32_t mapcount_minus_one;
    std::int32_t shape;
    std::int64_t values[6];
};

constexpr std::int64_t one_writer = 1;
constexpr std::int64_t shared_step = 1 << 16;
constexpr std::int64_t exclusive_writer = 1 << 16;
constexpr std::int64_t exclusive_step = 1 << 17;

int value_count(const Folio* folio) { return (folio->shape >> 16) & 0xff; }

template <typename Word>
std::atomic_ref<Word> at(Word& word) { return std::atomic_ref<Word>(word); }

void map_shared(Folio* folio, const std::int64_t* sub_ids, int count) {
    at(folio->sequence).fetch_add(one_writer);
    at(folio->mapcount_minus_one).fetch_add(count);
    for (int value = 0, values = value_count(folio); value < values; value++) {
        at(folio->values[value]).fetch_add(sub_ids[value] * count);
    }
    at(folio->sequence).fetch_add(shared_step - one_writer);
}

template <typename Word>
void add_plainly(Word& word, Word delta) {
    at(word).store(at(word).load(std::memory_order_relaxed) + delta, std::memory_order_relaxed);
}

bool map_exclusive(Folio* folio, const std::int64_t* sub_ids, int count) {
    std::int64_t seen = at(folio->sequence).load(std::memory_order_relaxed);
    if ((seen & (exclusive_step - 1)) != 0
        || !at(folio->sequence).compare_exchange_strong(seen, seen | exclusive_writer)) {
        return false;
    }
    add_plainly(folio->mapcount_minus_one, count);
    for (int value = 0, values = value_count(folio); value < values; value++) {
        add_plainly(folio->values[value], sub_ids[value] * count);
    }
    at(folio->sequence).fetch_add(exclusive_step - exclusive_writer);
    return true;
}

// The two halves of the sequence word as words of their own: shared writers below, the exclusive bit and the sections above.
bool map_two_word(Folio* folio, const std::int64_t* sub_ids, int count) {
    std::int32_t* words = reinterpret_cast<std::int32_t*>(&folio->sequence);
    std::int32_t& writers = words[0];
    std::int32_t& sequence = words[1];
    std::int32_t seen = at(sequence).load(std::memory_order_relaxed);
    if ((seen & 1) != 0 || at(writers).load(std::memory_order_relaxed) != 0
        || !at(sequence).compare_exchange_strong(seen, seen | 1)
        || at(writers).load(std::memory_order_acquire) != 0) {
        return false;
    }
    add_plainly(folio->mapcount_minus_one, count);
    for (int value = 0, values = value_count(folio); value < values; value++) {
        add_plainly(folio->values[value], sub_ids[value] * count);
    }
    at(sequence).store(at(sequence).load(std::memory_order_relaxed) + 1, std::memory_order_release);
    return true;
}

struct Snapshot {
    std::int64_t word;
    std::int32_t mapcount;
    std::int64_t values[6];
};

bool try_read(Folio* folio, Snapshot& snapshot) {
    snapshot = {};
    snapshot.word = at(folio->sequence).load(std::memory_order_acquire);
    if ((snapshot.word & 0xffff) != 0) {
        return false;
    }
    snapshot.mapcount = at(folio->mapcount_minus_one).load(std::memory_order_relaxed) + 1;
    for (int value = 0, values = value_count(folio); value < values; value++) {
        snapshot.values[value] = at(folio->values[value]).load(std::memory_order_relaxed);
    }
    std::atomic_thread_fence(std::memory_order_acquire);
    return at(folio->sequence).load(std::memory_order_relaxed) == snapshot.word;
}

}  // namespace

extern "C" std::int64_t twin_shared(Folio* folio, const std::int64_t* sub_ids, std::int64_t pairs) {
    for (std::int64_t pair = 0; pair < pairs; pair++) {
        map_shared(folio, sub_ids, 1);
        map_shared(folio, sub_ids, -1);
    }
    return 0;
}

extern "C" std::int64_t twin_exclusive(Folio* folio, const std::int64_t* sub_ids, std::int64_t pairs) {
    for (std::int64_t pair = 0; pair < pairs; pair++) {
        map_exclusive(folio, sub_ids, 1);
        map_exclusive(folio, sub_ids, -1);
    }
    return 0;
}

extern "C" std::int64_t twin_two_word(Folio* folio, const std::int64_t* sub_ids, std::int64_t pairs) {
    for (std::int64_t pair = 0; pair < pairs; pair++) {
        map_two_word(folio, sub_ids, 1);
        map_two_word(folio, sub_ids, -1);
    }
    return 0;
}

extern "C" std::int64_t twin_snapshot(Folio* folio, const std::int64_t*, std::int64_t pairs) {
    std::int64_t sum = 0;
    for (std::int64_t read = 0; read < 2 * pairs; read++) {
        Snapshot snapshot;
        if (try_read(folio, snapshot)) {
            sum += snapshot.mapcount + snapshot.values[3];
        }
    }
    return sum;
}
