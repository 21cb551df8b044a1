#!/usr/bin/env bash
# Fuzzes the parsers with libFuzzer and AddressSanitizer: Fuzzing/run.sh [seconds] [target …]
#
# A target is one file of Fuzzing/targets; its first line says which modules it needs, and a second one may
# give options of libFuzzer. SwiftPM cannot link a fuzzer, so this compiles the sources with swiftc. Seeds are in Fuzzing/seeds/<target>; what libFuzzer learns
# is kept in .build/fuzz/corpus, and an input that crashes, hangs (over 5 s) or leaks is written to
# Fuzzing/findings. Ends with 1 if there is one.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
[ $# -eq 0 ] || shift
out=.build/fuzz
yams=${YAMS:-.build/checkouts/Yams}
mkdir -p "$out" Fuzzing/findings

targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    for file in Fuzzing/targets/*.swift; do targets+=("$(basename "$file" .swift)"); done
fi

flags=(-O -wmo -swift-version 6 -parse-as-library -package-name musubi -sanitize=fuzzer,address
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
    -enable-upcoming-feature MemberImportVisibility
    -I "$out" -I "$yams/Sources/CYaml/include")

# The module maps of C libraries; what they link comes along with the modules that import them.
for map in Sources/*/module.modulemap; do flags+=(-I "$(dirname "$map")"); done

# The modules of the package, each after those it imports.
order=(Records Intake Compatibility Simulation CYaml Yams Programmes)

newer() { # newer FILE PLACE…: whether one of the places holds something newer than the file
    [ ! -e "$1" ] || [ -n "$(find "${@:2}" -newer "$1" -type f -print -quit)" ]
}

build_module() {
    local name=$1 library=$out/$1.o file
    case $name in
        CYaml)
            newer "$library" "$yams/Sources/CYaml" || return 0
            local objects=()
            for file in "$yams"/Sources/CYaml/src/*.c; do
                objects+=("$out/yaml-$(basename "$file" .c).o")
                clang -O1 -fsanitize=address,fuzzer-no-link -I "$yams/Sources/CYaml/include" \
                    -c "$file" -o "${objects[-1]}"
            done
            ld -r -o "$library" "${objects[@]}"
            ;;
        Yams)
            newer "$library" "$yams/Sources/Yams" || return 0
            # Its own language mode: it is not ours to hold to Swift 6.
            swiftc -O -wmo -parse-as-library -sanitize=fuzzer,address -suppress-warnings -DSWIFT_PACKAGE \
                -I "$yams/Sources/CYaml/include" -c -emit-module -module-name Yams \
                -emit-module-path "$out/Yams.swiftmodule" -o "$library" "$yams"/Sources/Yams/*.swift
            ;;
        *)
            # Also where a module that it may import was compiled again.
            newer "$library" "Sources/$name" "${objects[@]}" || return 0
            mapfile -t files < <(find "Sources/$name" -name '*.swift' | sort)
            swiftc "${flags[@]}" -c -emit-module -module-name "$name" \
                -emit-module-path "$out/$name.swiftmodule" -o "$library" "${files[@]}"
            ;;
    esac
}

found=0
for target in "${targets[@]}"; do
    file=Fuzzing/targets/$target.swift
    [ -e "$file" ] || { echo "no target $target in Fuzzing/targets" >&2; exit 64; }
    read -r -a modules < <(sed -n '1s|^// modules: ||p' "$file") || modules=()
    read -r -a options < <(sed -n '2s|^// options: ||p' "$file") || options=()
    objects=()
    for name in "${order[@]}"; do
        [[ " ${modules[*]} " == *" $name "* ]] || continue
        if [ "$name" = CYaml ] && [ ! -d "$yams" ]; then swift package resolve; fi
        echo "compiling $name"
        build_module "$name"
        objects+=("$out/$name.o")
    done
    swiftc "${flags[@]}" "$file" "${objects[@]}" -use-ld=lld -o "$out/$target"

    corpus=$out/corpus/$target
    mkdir -p "$corpus" "Fuzzing/findings/$target"
    corpora=("$corpus")
    [ ! -d "Fuzzing/seeds/$target" ] || corpora+=("Fuzzing/seeds/$target")
    echo "fuzzing $target for $seconds s"
    # The backtracer of Swift would take the signal from the sanitizer, and both would wait for ever.
    SWIFT_BACKTRACE=enable=no "$out/$target" "${corpora[@]}" \
        -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 -use_value_profile=1 "${options[@]}" \
        -artifact_prefix="Fuzzing/findings/$target/" 2>"$out/$target.log" || found=1
    grep -E '^(stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb|slowest_unit_time_sec)|ERROR|SUMMARY|artifact)' \
        "$out/$target.log" | sed 's/^/    /' || true
done
if [ $found -ne 0 ]; then
    echo "findings in Fuzzing/findings; the logs are .build/fuzz/<target>.log" >&2
    exit 1
fi
