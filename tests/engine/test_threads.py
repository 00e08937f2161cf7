from __future__ import annotations

import random

import pytest

from assistant.engine.threads import ThreadGovernor, Work

DECODES = 500


def quiet(serial=0.05, barriers=0.0):
    """Seconds per token by threads: arithmetic is shared, some of it can't be, and barriers cost."""
    return lambda threads: 0.016 * (serial + (1 - serial) / threads) + barriers * threads


def memory_bound(useful):
    """More than `useful` threads only wait for memory."""
    return lambda threads: 0.016 / min(threads, useful) + 0.0001 * threads


def one_core_taken(cores):
    """The thread on the core of another program gets half of it, and all wait for it."""
    return lambda threads: 0.1 / threads if threads < cores else 0.2 / threads


def every_core_taken(threads):
    """One thread gets two thirds of a core; more wait for each other."""
    return 0.024 if threads == 1 else 0.024 * (1 + threads / 2)


def overcommitted_host(threads):
    """As measured: two threads fall to a tenth."""
    return 0.016 if threads == 1 else 0.08 * threads


class Computer:
    """Decodes with a governor and adds up the time."""

    def __init__(self, cores, *, fixed=0, noise=0.0, spikes=0.0, growth=0.0, seed=1):
        self.cores = cores
        self.governor = ThreadGovernor(cores, fixed=fixed)
        self.random = random.Random(seed)
        self.noise, self.spikes, self.growth = noise, spikes, growth
        self.decodes = 0

    def run(self, seconds_per_token, decodes=DECODES, *, work=Work.ANSWER, sizes=(1,)):
        """Return the counts used, the seconds taken, and the seconds of the best fixed count."""
        counts, took, fixed = [], 0.0, dict.fromkeys(range(1, self.cores + 1), 0.0)
        for decode in range(decodes):
            disturbed = self.random.lognormvariate(0, self.noise) if self.noise else 1.0
            if self.random.random() < self.spikes:
                disturbed *= self.random.uniform(3, 30)
            disturbed *= 1 + self.growth * self.decodes
            self.decodes += 1
            tokens = sizes[decode % len(sizes)]
            batch = 1 + 0.3 * (tokens - 1)  # tokens decoded together are cheaper
            threads = self.governor.threads(work)
            seconds = seconds_per_token(threads) * disturbed * batch
            self.governor.observe(work, tokens=tokens, seconds=seconds)
            counts.append(threads)
            took += seconds
            for count in fixed:
                fixed[count] += seconds_per_token(count) * disturbed * batch
        return counts, took, min(fixed.values())


def mostly(counts, last=100):
    """Return the count used most at the end."""
    return max(set(counts[-last:]), key=counts[-last:].count)


QUIET = {
    "2 cores": (2, quiet(), 2),
    "2 cores, memory-bound": (2, memory_bound(1), 1),
    "4 cores": (4, quiet(), 4),
    "4 cores, one fewer is best": (4, memory_bound(3), 3),
    "8 cores": (8, quiet(barriers=0.0002), 8),
    "8 cores, five are best": (8, memory_bound(5), 5),
    "16 cores": (16, quiet(barriers=0.0001), 12),
}


@pytest.mark.parametrize("name", QUIET)
def test_on_a_quiet_computer_it_is_about_as_fast_as_the_best_fixed_count(name):
    cores, seconds_per_token, best_count = QUIET[name]
    counts, took, best = Computer(cores).run(seconds_per_token)
    assert best / took >= 0.95
    assert mostly(counts) == best_count


@pytest.mark.parametrize("name", QUIET)
def test_noise_and_disturbances_cost_little(name):
    cores, seconds_per_token, _ = QUIET[name]
    shares = []
    for seed in range(10):
        _, took, best = Computer(cores, noise=0.1, spikes=0.01, seed=seed).run(seconds_per_token)
        shares.append(best / took)
    assert sum(shares) / len(shares) >= 0.95
    assert min(shares) >= 0.85


@pytest.mark.parametrize("cores", [2, 4, 8, 16])
def test_it_begins_with_all_cores(cores):
    governor = ThreadGovernor(cores)
    assert [governor.threads(work) for work in Work] == [cores, cores]


def test_with_every_core_busy_two_threads_become_one_within_twenty_tokens():
    computer = Computer(2)
    computer.run(quiet())
    counts, took, best = computer.run(every_core_taken)
    assert counts[20:40].count(1) >= 18
    assert best / took >= 0.9


@pytest.mark.parametrize("cores", [2, 4, 8, 16])
def test_on_an_overcommitted_host_one_thread_is_found_within_twenty_tokens(cores):
    computer = Computer(cores)
    computer.run(quiet())
    counts, _, _ = computer.run(overcommitted_host)
    assert counts[20:40].count(1) >= 18


@pytest.mark.parametrize("cores", [2, 4, 8, 16])
def test_a_host_that_is_overcommitted_from_the_beginning_is_noticed(cores):
    counts, took, _ = Computer(cores).run(overcommitted_host)
    assert counts[20:40].count(1) >= 18
    assert DECODES * overcommitted_host(cores) / took >= 5


@pytest.mark.parametrize("cores", [4, 8])
def test_a_core_taken_by_another_program_is_left_to_it(cores):
    computer = Computer(cores)
    computer.run(quiet())
    counts, took, best = computer.run(one_core_taken(cores))
    assert mostly(counts) == cores - 1
    assert best / took >= 0.9


@pytest.mark.parametrize("busy", [every_core_taken, overcommitted_host], ids=["busy", "overcommitted"])
@pytest.mark.parametrize("cores", [2, 4, 8, 16])
def test_when_the_computer_is_free_again_all_cores_are_used_within_a_hundred_tokens(cores, busy):
    computer = Computer(cores)
    for _ in range(2):
        computer.run(quiet())
        computer.run(busy)
    counts, _, _ = computer.run(quiet(), 200)
    assert mostly(counts) == cores
    _, took, best = computer.run(quiet())
    assert best / took >= 0.95


def test_that_others_ended_is_noticed_though_one_thread_runs_as_before():
    computer = Computer(2)
    computer.run(quiet())
    counts, _, _ = computer.run(overcommitted_host, 2_000)  # one thread takes what it takes on a quiet computer
    assert mostly(counts) == 1
    counts, _, _ = computer.run(quiet(serial=0.0), 400)
    assert mostly(counts) == 2


def test_asking_again_and_again_costs_little_in_the_long_run():
    computer = Computer(2)
    computer.run(overcommitted_host)
    _, took, best = computer.run(overcommitted_host, 5_000)
    assert best / took >= 0.94


@pytest.mark.parametrize("times", [3, 10, 1_000])
def test_one_slow_decode_changes_nothing(times):
    undisturbed, disturbed = Computer(2), Computer(2)
    for computer in (undisturbed, disturbed):
        computer.run(quiet(), 30)
    disturbed.governor.observe(Work.ANSWER, tokens=1, seconds=times * quiet()(2))
    expected, _, _ = undisturbed.run(quiet(), 60)
    counts, _, _ = disturbed.run(quiet(), 60)
    assert counts.count(1) <= expected.count(1)


def test_a_growing_context_does_not_make_it_use_fewer_threads():
    # Three times as long per token at the end.
    counts, took, best = Computer(4, growth=0.001).run(quiet(), 2_000)
    assert counts.count(4) >= 0.95 * len(counts)
    assert best / took >= 0.97


def test_batches_of_changing_sizes_are_not_taken_for_changes_of_the_computer():
    sizes = (1, 1, 5, 1, 9, 2, 1, 8, 3)
    counts, took, best = Computer(4).run(quiet(), sizes=sizes)
    assert mostly(counts) == 4
    assert best / took >= 0.95
    counts, _, _ = Computer(4).run(overcommitted_host, sizes=sizes)
    assert mostly(counts) == 1


def test_sizes_that_never_come_twice_leave_the_count_alone():
    counts, _, _ = Computer(4).run(quiet(), 24, sizes=[2**exponent for exponent in range(24)])
    assert counts == [4] * 24


def test_one_core_has_nothing_to_choose():
    counts, _, _ = Computer(1, noise=0.5, spikes=0.1).run(quiet())
    assert set(counts) == {1}


def test_a_fixed_count_stays_whatever_happens():
    computer = Computer(8, fixed=3)
    counts, _, _ = computer.run(overcommitted_host)
    computer.governor.limit(1)
    assert {*counts, computer.governor.threads(Work.READ)} == {3}


def test_reading_and_answering_are_learned_apart():
    computer = Computer(4)
    for _ in range(40):
        computer.run(memory_bound(2), 40)
        reading, _, _ = computer.run(quiet(), 10, work=Work.READ, sizes=(128,))
    answering, _, _ = computer.run(memory_bound(2), 40)
    assert (mostly(reading), mostly(answering)) == (4, 2)


def test_fewer_threads_for_answers_make_reading_try_fewer_soon():
    computer = Computer(2)
    computer.run(overcommitted_host, 40)
    counts, _, _ = computer.run(overcommitted_host, 10, work=Work.READ, sizes=(128,))
    assert counts[5:] == [1] * 5


def test_reading_a_prompt_on_a_quiet_computer_is_about_as_fast_as_with_all_cores():
    _, took, best = Computer(2, growth=0.02).run(quiet(), 40, work=Work.READ, sizes=(128,))
    assert best / took >= 0.95


def test_a_lower_ceiling_holds_at_once_and_a_higher_one_is_used_again():
    computer = Computer(8)
    computer.run(quiet())
    computer.governor.limit(4)
    counts, _, _ = computer.run(quiet())
    assert max(counts) == 4
    assert computer.governor.threads(Work.READ) == 4
    computer.governor.limit(8)
    counts, _, _ = computer.run(quiet())
    assert mostly(counts) == 8


def test_a_raised_ceiling_is_reached_from_below_the_old_one():
    computer = Computer(8)
    computer.governor.limit(4)
    counts, _, _ = computer.run(memory_bound(3))
    assert mostly(counts) == 3
    computer.governor.limit(8)
    counts, _, _ = computer.run(quiet())
    assert mostly(counts) == 8


def test_the_same_observations_lead_to_the_same_counts():
    first, second = (Computer(8, noise=0.3, spikes=0.05, seed=7).run(quiet())[0] for _ in range(2))
    assert first == second
    assert len(set(first)) > 1


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_observed_the_count_stays_within_its_limits(seed):
    numbers = random.Random(seed)
    most = numbers.randint(1, 16)
    governor = ThreadGovernor(most)
    for _ in range(2_000):
        if numbers.random() < 0.01:
            most = numbers.randint(1, 16)
            governor.limit(most)
        work = numbers.choice(list(Work))
        assert 1 <= governor.threads(work) <= most
        tokens, seconds = numbers.choice((0, 1, 1, 1, 7, 128, 10**9)), 10 ** numbers.uniform(-9, 6)
        governor.observe(work, tokens=tokens, seconds=seconds if numbers.random() < 0.95 else 0.0)


@pytest.mark.parametrize(("most", "fixed"), [(0, 0), (-1, 0), (2, -1)])
def test_impossible_counts_are_refused(most, fixed):
    with pytest.raises(ValueError, match="threads at most"):
        ThreadGovernor(most, fixed=fixed)


def test_an_impossible_ceiling_is_refused():
    with pytest.raises(ValueError, match="0 threads"):
        ThreadGovernor(2).limit(0)


@pytest.mark.parametrize("seconds_per_token", [quiet(), every_core_taken], ids=["quiet", "busy"])
def test_a_load_that_goes_up_and_down_all_the_time_costs_little(seconds_per_token):
    numbers = random.Random(5)
    computer = Computer(2, noise=0.15, spikes=0.01)
    computer.run(seconds_per_token, 100)
    took = best = 0.0
    for _ in range(100):
        load = numbers.choice((1.0, 1.0, 1.5, 2.5))
        _, one, other = computer.run(
            lambda threads, load=load: load * seconds_per_token(threads), numbers.randint(5, 50)
        )
        took, best = took + one, best + other
    assert best / took >= 0.9
