#!/usr/bin/env python3
"""A heat registry as published, and the lines by which the harness speaks to it.

Try it: java -jar halflife.jar fuzz --component blob-heat-registry --contract published \
            --subject 'exec:python3 registry.py'
"""
import json
import math
import sys

EPS = 2.0 ** -52


class Counter:
    def __init__(self, now, half_life):
        self.rate, self.as_of, self.last_emitted, self.half_life = 0.0, now, None, half_life

    def decay(self, now):
        elapsed = max(0, now - self.as_of)
        self.as_of = now
        if self.half_life == 0:
            return
        if elapsed > 64 * self.half_life:
            self.rate = 0.0
        else:
            self.rate *= 0.5 ** (elapsed / self.half_life)
            if self.rate < EPS:
                self.rate = 0.0


class Registry:
    def __init__(self, header):
        policy = header.get("policy", {})
        self.enabled = policy.get("enabled", True)
        self.ratio = policy.get("emitRatio", 2.0)
        self.half_life = header.get("halfLifeNanos", 1_800_000_000_000)
        self.cap = header.get("cap", 8192)
        self.marks = header["subject"] == "blob-heat-registry"
        self.counters, self.in_flight, self.issued = {}, set(), {}

    def get(self, key, half_life, now):
        """The key's counter, and the key that had to go for it."""
        if key in self.counters:
            return self.counters[key], None
        evicted = None
        if self.cap and len(self.counters) >= self.cap:
            evicted = min(self.counters, key=lambda other: self.counters[other].as_of)
            self.drop(evicted)
        counter = self.counters[key] = Counter(now, half_life)
        return counter, evicted

    def drop(self, key):
        self.counters.pop(key, None)
        self.in_flight.discard(key)

    def decide(self, counter):
        """The rate to announce, 0 for a withdrawal, None for nothing."""
        rate, last = counter.rate, counter.last_emitted
        if not self.enabled or math.isnan(rate) or math.isinf(rate) or rate < 0:
            return None
        if last is None:
            return rate if rate > 0 else None
        if rate == 0:
            return 0.0 if last > 0 else None
        if last <= EPS or rate <= EPS:
            return rate
        return rate if rate / last >= self.ratio or last / rate >= self.ratio else None

    def touch(self, step):
        return {"evicted": self.get(step["key"], step.get("halfLifeNanos", self.half_life), step["at"])[1]}

    def bump(self, step):
        counter, evicted = self.get(step["key"], step.get("halfLifeNanos", self.half_life), step["at"])
        counter.decay(step["at"])
        counter.rate += 1.0
        return {"evicted": evicted, "rate": counter.rate}

    def tick(self, step):
        emissions = []
        for key, counter in self.counters.items():
            counter.decay(step["at"])
            rate = None if key in self.in_flight else self.decide(counter)
            if rate is not None:
                emissions.append({"key": key, "rate": rate})
        if self.marks:
            self.in_flight.update(emission["key"] for emission in emissions)
        self.issued[step["tick"]] = emissions
        return {"emissions": emissions}

    def answered(self, step):
        keys = step.get("keys")
        return [e for e in self.issued[step["tick"]] if keys is None or e["key"] in keys]

    def commit(self, step):
        for emission in self.answered(step):
            self.in_flight.discard(emission["key"])
            if emission["key"] in self.counters:
                self.counters[emission["key"]].last_emitted = emission["rate"]
        for key, counter in list(self.counters.items()):
            if counter.rate <= 0 and counter.last_emitted is not None and counter.last_emitted <= 0:
                self.drop(key)
        return {}

    def rollback(self, step):
        self.in_flight.difference_update(e["key"] for e in self.answered(step))
        return {}

    def remove(self, step):
        self.drop(step["key"])
        return {}

    def observe(self, step):
        counter = self.counters.get(step["key"])
        if counter is None:
            return {"tracked": False}
        return {"tracked": True, "rate": counter.rate, "asOf": counter.as_of, "lastEmitted": counter.last_emitted}

    def len(self, step):
        return {"len": len(self.counters)}


def main():
    registry = None
    for line in sys.stdin:
        step = json.loads(line)
        if "trace" in step:
            registry = Registry(step)
            if step.get("reset"):
                print('{"reset":true}', flush=True)
        else:
            print(json.dumps(getattr(registry, step["op"])(step)), flush=True)


main()
