/*
 * A heat registry as published, with one mistake in it, and the lines by which the harness speaks to it. It serves one
 * header, and ends with its input.
 *
 * Try it: cc -O2 -o registry registry.c -lm && java -jar halflife.jar fuzz --component heat-registry \
 *             --contract published --subject exec:./registry
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEY = 17, MOST = 8192, TICKS = 4096 };

typedef struct { char key[KEY]; double rate, told; int is_told; int64_t as_of, half_life; } counter;
typedef struct { char key[KEY]; double rate; } emission;
typedef struct { int64_t number; int count; emission *emissions; } tick;

static const double EPS = 0x1p-52;
static counter counters[MOST];
static tick ticks[TICKS];
static int size, cap = MOST, tick_count, enabled = 1;
static int64_t half_life = 1800000000000;
static double ratio = 2.0;
static char line[1 << 20];

/* Where a field's value begins, or null. Enough for lines whose texts hold no quotes. */
static const char *field(const char *name) {
    char quoted[32];
    snprintf(quoted, sizeof quoted, "\"%s\":", name);
    const char *at = strstr(line, quoted);
    return at ? at + strlen(quoted) : NULL;
}

static int64_t whole(const char *name, int64_t otherwise) {
    const char *at = field(name);
    return at ? strtoll(at, NULL, 10) : otherwise;
}

static void text(const char *name, char *into, int room) {
    const char *at = field(name);
    snprintf(into, room, "%.*s", at ? (int) strcspn(at + 1, "\"") : 0, at ? at + 1 : "");
}

static void decay(counter *c, int64_t now) {
    int64_t elapsed = now > c->as_of ? now - c->as_of : 0;
    c->as_of = now;
    if (c->half_life == 0) return;
    c->rate = elapsed / 64 > c->half_life ? 0 : c->rate * pow(0.5, (double) elapsed / c->half_life);
    if (c->rate < EPS) c->rate = 0;
}

static counter *find(const char *key) {
    for (int i = 0; i < size; i++)
        if (!strcmp(counters[i].key, key)) return &counters[i];
    return NULL;
}

static void drop(counter *c) { *c = counters[--size]; }

/* The key's counter; the key that had to go for it is left in evicted. */
static counter *get(const char *key, int64_t now, char *evicted) {
    counter *c = find(key);
    *evicted = 0;
    if (c) return c;
    if (size == (cap && cap < MOST ? cap : MOST)) {
        counter *victim = counters;
        for (int i = 1; i < size; i++) /* The mistake: the coldest goes, not the one that was idle longest (R3). */
            if (counters[i].rate < victim->rate) victim = &counters[i];
        strcpy(evicted, victim->key);
        drop(victim);
    }
    c = &counters[size++];
    *c = (counter){.as_of = now, .half_life = whole("halfLifeNanos", half_life)};
    strcpy(c->key, key);
    return c;
}

static int due(const counter *c) {
    if (!enabled || !isfinite(c->rate) || c->rate < 0) return 0;
    if (!c->is_told) return c->rate > 0;
    if (c->rate == 0) return c->told > 0;
    if (c->told <= EPS || c->rate <= EPS) return 1;
    return c->rate / c->told >= ratio || c->told / c->rate >= ratio;
}

static void issue(int64_t now) {
    tick *t = &ticks[tick_count++ % TICKS];
    free(t->emissions);
    *t = (tick){.number = whole("tick", 0), .emissions = malloc((size + 1) * sizeof(emission))};
    printf("{\"emissions\":[");
    for (int i = 0; i < size; i++) {
        counter *c = &counters[i];
        decay(c, now);
        if (!due(c)) continue;
        printf("%s{\"key\":\"%s\",\"rate\":%.17g}", t->count ? "," : "", c->key, c->rate);
        strcpy(t->emissions[t->count].key, c->key);
        t->emissions[t->count++].rate = c->rate;
    }
    printf("]}\n");
}

static void commit(void) {
    const char *keys = field("keys");
    for (tick *t = ticks; t < ticks + TICKS; t++)
        for (int i = 0; t->emissions && t->number == whole("tick", 0) && i < t->count; i++) {
            counter *c = find(t->emissions[i].key);
            if (!c || (keys && !strstr(keys, c->key))) continue;
            c->is_told = 1;
            c->told = t->emissions[i].rate;
        }
    for (int i = size - 1; i >= 0; i--)
        if (counters[i].rate <= 0 && counters[i].is_told && counters[i].told <= 0) drop(&counters[i]);
}

static void answer(void) {
    char op[16], key[KEY], evicted[KEY];
    int64_t now = whole("at", 0);
    text("op", op, sizeof op);
    text("key", key, sizeof key);
    if (!strcmp(op, "touch") || !strcmp(op, "bump")) {
        counter *c = get(key, now, evicted);
        const char *quote = *evicted ? "\"" : "";
        printf("{\"evicted\":%s%s%s", quote, *evicted ? evicted : "null", quote);
        if (*op == 'b') {
            decay(c, now);
            printf(",\"rate\":%.17g", c->rate += 1);
        }
        puts("}");
    } else if (!strcmp(op, "tick")) {
        issue(now);
    } else if (!strcmp(op, "observe")) {
        counter *c = find(key);
        if (!c) puts("{\"tracked\":false}");
        else if (!c->is_told) printf("{\"tracked\":true,\"rate\":%.17g,\"asOf\":%" PRId64 ",\"lastEmitted\":null}\n", c->rate, c->as_of);
        else printf("{\"tracked\":true,\"rate\":%.17g,\"asOf\":%" PRId64 ",\"lastEmitted\":%.17g}\n", c->rate, c->as_of, c->told);
    } else if (!strcmp(op, "len")) {
        printf("{\"len\":%d}\n", size);
    } else {
        if (!strcmp(op, "commit")) commit();
        if (!strcmp(op, "remove") && find(key)) drop(find(key));
        puts("{}");
    }
}

int main(void) {
    if (!fgets(line, sizeof line, stdin)) return 1;
    cap = (int) whole("cap", MOST);
    half_life = whole("halfLifeNanos", half_life);
    if (field("emitRatio")) ratio = strtod(field("emitRatio"), NULL);
    if (field("enabled")) enabled = *field("enabled") == 't';
    while (fgets(line, sizeof line, stdin)) {
        answer();
        fflush(stdout);
    }
    return 0;
}
