from cardioner_desktop.machine import AVX2, AVX512, DOT, VNNI, features_of_cpuinfo, this_machine


def test_this_machine_has_a_core_and_memory() -> None:
    machine = this_machine()
    assert machine.cores >= 1
    assert machine.memory > 2**28
    assert machine.cuda_devices >= 0


def test_the_instruction_sets_are_read_from_what_linux_tells() -> None:
    intel = "processor\t: 0\nmodel name\t: X\nflags\t\t: fpu avx2 avx512f avx512_vnni\n"
    assert features_of_cpuinfo(intel) == (AVX2, AVX512, VNNI)
    assert features_of_cpuinfo("flags : fpu avx2 avx_vnni\n") == (AVX2, VNNI)
    assert features_of_cpuinfo("processor : 0\nFeatures : fp asimd asimddp\n") == (DOT,)
    assert features_of_cpuinfo("") == ()
