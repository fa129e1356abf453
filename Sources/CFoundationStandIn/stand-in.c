// What the parser of commands (swift-argument-parser) takes of FoundationEssentials: its JSON, for
// `--experimental-dump-help` alone, and the protocol LocalizedError, to which no error of ours
// conforms. Both bring the whole library, a fifth of the program and of its start.
//
// All of it is weak: what the parser takes beyond this brings the library as it always did.

#include <unistd.h>

#if defined(__linux__) && defined(__OPTIMIZE__)

static void absent(void) {
  static const char text[] = "reckon: this build does not describe its commands as JSON\n";
  ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
  _exit(written < 0 ? 74 : 70);
}

#define STAND_IN(name, symbol) \
  __attribute__((weak)) void name(void) __asm__(symbol); \
  void name(void) { absent(); }

STAND_IN(json_encoder_type, "$s20FoundationEssentials11JSONEncoderCMa")
STAND_IN(json_encoder, "$s20FoundationEssentials11JSONEncoderCACycfc")
STAND_IN(sorted_keys, "$s20FoundationEssentials11JSONEncoderC16OutputFormattingV10sortedKeysAEvau")
STAND_IN(pretty, "$s20FoundationEssentials11JSONEncoderC16OutputFormattingV13prettyPrintedAEvau")
STAND_IN(text_of, "$sSS20FoundationEssentialsE4data8encodingSSSgAA4DataVh_SSAAE8EncodingVtcfC")
STAND_IN(utf8, "$sSS20FoundationEssentialsE8EncodingV4utf8ACvau")

// A protocol without requirements (Swift's ABI, TypeMetadata.rst: context and protocol descriptors):
// its kind and flags, the module around it, its name, and how many requirements there are.
__asm__(
    ".section .rodata\n"
    ".p2align 2\n"
    "reckon_module_name: .asciz \"FoundationEssentials\"\n"
    "reckon_protocol_name: .asciz \"LocalizedError\"\n"
    ".p2align 2\n"
    "reckon_module: .long 0, 0, reckon_module_name - .\n"
    ".weak \"$s20FoundationEssentials14LocalizedErrorMp\"\n"
    "\"$s20FoundationEssentials14LocalizedErrorMp\":\n"
    ".long 0x00010043\n"
    ".long reckon_module - .\n"
    ".long reckon_protocol_name - .\n"
    ".long 0, 0, 0\n"
    ".text\n");

#endif
