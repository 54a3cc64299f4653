/* The functions that cost most, in C. Each has a twin in plain Python, `twins.py`, which says what it does and is used
   where this file could not be compiled; tests keep the two equal.

   What is read here was written by strangers. No function recurses; none allocates more than a small multiple of its
   input; every index is checked against a length that was computed before. Texts come as UTF-8 in which lone surrogates
   are encoded like any other character ("surrogatepass"). */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

typedef const unsigned char *Bytes;

/* --- CRC-32 (ISO 3309), as zlib computes it: the code of unknown words --- */

static uint32_t crc_table[256];

static void fill_crc_table(void) {
    for (uint32_t n = 0; n < 256; n++) {
        uint32_t crc = n;
        for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
        crc_table[n] = crc;
    }
}

static uint32_t crc_of(Bytes word, size_t length) {
    uint32_t crc = 0xFFFFFFFFu;
    for (size_t n = 0; n < length; n++) crc = crc_table[(crc ^ word[n]) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

/* --- Tables of words: open addressing, at most half full. What a text holds can't make it slow: it adds no words. --- */

typedef struct {
    uint32_t hash;
    uint32_t start; /* in `bytes` */
    uint32_t length;
    int32_t number; /* of the word; 0 in an empty slot */
} Slot;

typedef struct {
    Slot *slots;
    uint32_t mask; /* number of slots - 1; that is a power of two */
    uint32_t longest;
    int32_t largest; /* of the numbers */
    unsigned char *bytes;
} Table;

static const char TABLE[] = "checkfirst.word_table";

static void free_table(PyObject *capsule) {
    Table *table = PyCapsule_GetPointer(capsule, TABLE);
    if (table == NULL) {
        PyErr_Clear();
        return;
    }
    PyMem_Free(table->slots);
    PyMem_Free(table->bytes);
    PyMem_Free(table);
}

/* A hash of a word's length, its first eight bytes and its last eight: faster than one of all bytes. */
static uint32_t hash_of(Bytes word, size_t length) {
    uint64_t first = 0, last = 0;
    uint32_t half;
    if (length >= 8) {
        memcpy(&first, word, 8);
        memcpy(&last, word + length - 8, 8);
    } else if (length >= 4) {
        memcpy(&half, word, 4);
        first = half;
        memcpy(&half, word + length - 4, 4);
        last = half;
    } else if (length) {
        first = (uint64_t)word[0] << 16 | (uint64_t)word[length / 2] << 8 | word[length - 1];
    }
    uint64_t mixed = (first ^ (uint64_t)length << 56) * 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ mixed >> 32 ^ last) * 0xC2B2AE3D27D4EB4Fu;
    return (uint32_t)(mixed >> 32);
}

static Slot *slot_of(const Table *table, uint32_t hash, Bytes word, size_t length) {
    uint32_t at = hash & table->mask;
    while (table->slots[at].number != 0) {
        Slot *slot = &table->slots[at];
        if (slot->hash == hash && slot->length == length && memcmp(table->bytes + slot->start, word, length) == 0) break;
        at = (at + 1) & table->mask;
    }
    return &table->slots[at];
}

static int32_t number_of(const Table *table, Bytes word, size_t length) {
    if (length > table->longest) return 0;
    return slot_of(table, hash_of(word, length), word, length)->number;
}

/* Fill a table whose arrays are large enough. Returns 0, or -1 with an exception. */
static int fill_table(Table *table, PyObject *numbers, size_t room) {
    PyObject *key, *value;
    Py_ssize_t position = 0;
    size_t used = 0;
    while (PyDict_Next(numbers, &position, &key, &value)) {
        char *word;
        Py_ssize_t length;
        if (PyBytes_AsStringAndSize(key, &word, &length) < 0) return -1;
        long number = PyLong_AsLong(value);
        if (number == -1 && PyErr_Occurred()) return -1;
        if (number <= 0 || number > INT32_MAX || (size_t)length > room - used) {
            PyErr_SetString(PyExc_ValueError, "numbers of words are positive and below 2**31");
            return -1;
        }
        memcpy(table->bytes + used, word, (size_t)length);
        uint32_t hash = hash_of((Bytes)word, (size_t)length);
        Slot *slot = slot_of(table, hash, (Bytes)word, (size_t)length);
        *slot = (Slot){hash, (uint32_t)used, (uint32_t)length, (int32_t)number};
        used += (size_t)length;
        if ((uint32_t)length > table->longest) table->longest = (uint32_t)length;
        if ((int32_t)number > table->largest) table->largest = (int32_t)number;
    }
    return 0;
}

static PyObject *word_table(PyObject *self, PyObject *numbers) {
    (void)self;
    if (!PyDict_Check(numbers)) {
        PyErr_SetString(PyExc_TypeError, "a dict from bytes to int is needed");
        return NULL;
    }
    size_t count = (size_t)PyDict_Size(numbers), room = 1, slots = 8;
    PyObject *key, *value;
    Py_ssize_t position = 0;
    while (PyDict_Next(numbers, &position, &key, &value)) {
        char *word;
        Py_ssize_t length;
        if (PyBytes_AsStringAndSize(key, &word, &length) < 0) return NULL;
        room += (size_t)length;
        if (room > INT32_MAX) return PyErr_NoMemory();
    }
    if (count > (1u << 26)) return PyErr_NoMemory();
    while (slots < 2 * count + 2) slots *= 2;
    Table *table = PyMem_Calloc(1, sizeof(Table));
    if (table == NULL) return PyErr_NoMemory();
    PyObject *capsule = PyCapsule_New(table, TABLE, free_table);
    if (capsule == NULL) {
        PyMem_Free(table);
        return NULL;
    }
    table->mask = (uint32_t)(slots - 1);
    table->slots = PyMem_Calloc(slots, sizeof(Slot));
    table->bytes = PyMem_Malloc(room);
    if (table->slots == NULL || table->bytes == NULL) {
        Py_DECREF(capsule);
        return PyErr_NoMemory();
    }
    if (fill_table(table, numbers, room) < 0) {
        Py_DECREF(capsule);
        return NULL;
    }
    return capsule;
}

/* --- Words of a text by their numbers --- */

/* What each byte is within a word: itself, a small letter, 0 for a digit; a space otherwise. */
static unsigned char in_word[256];

static void fill_in_word(void) {
    for (int byte = 0; byte < 256; byte++) {
        int c = ' ';
        if (byte >= 0x80 || (byte >= 'a' && byte <= 'z') || byte == '\'' || byte == '\n') c = byte;
        else if (byte >= 'A' && byte <= 'Z') c = byte + 32;
        else if (byte >= '0' && byte <= '9') c = '0';
        in_word[byte] = (unsigned char)c;
    }
}

static int is_no_break_space(Bytes data, size_t at, size_t size) {
    return data[at] == 0xC2 && at + 1 < size && data[at + 1] == 0xA0;
}

#define UNKNOWN_CODE 0x80000000u

static PyObject *number_words(PyObject *self, PyObject *arguments) {
    (void)self;
    PyObject *given, *capsule, *result = NULL;
    if (!PyArg_ParseTuple(arguments, "SO", &given, &capsule)) return NULL;
    const Table *table = PyCapsule_GetPointer(capsule, TABLE);
    if (table == NULL) return NULL;
    char *bytes;
    Py_ssize_t length;
    if (PyBytes_AsStringAndSize(given, &bytes, &length) < 0) return NULL;
    Bytes data = (Bytes)bytes;
    size_t size = (size_t)length, most = size / 2 + 1, count = 0, start = 0, end = 0;
    if (most > PY_SSIZE_T_MAX / 16) return PyErr_NoMemory();
    /* The words as they are looked up; then three numbers for each. */
    unsigned char *word = PyMem_Malloc(size + 1);
    int32_t *ids = PyMem_Malloc(most * 3 * sizeof(int32_t));
    if (word == NULL || ids == NULL) {
        PyErr_NoMemory();
        goto done;
    }
    int32_t *lines = ids + most;
    uint32_t *codes = (uint32_t *)(lines + most);
    int32_t line = 0;
    for (size_t at = 0; at <= size; at++) {
        int skip = at < size && is_no_break_space(data, at, size);
        unsigned char c = at == size || skip ? ' ' : in_word[data[at]];
        if (c != ' ' && c != '\n') {
            word[end++] = c;
            continue;
        }
        if (end > start) {
            int32_t number = number_of(table, word + start, end - start);
            ids[count] = number;
            lines[count] = line;
            codes[count++] = number ? (uint32_t)number : crc_of(word + start, end - start) | UNKNOWN_CODE;
        }
        start = end;
        if (c == '\n' && line < INT32_MAX) line++;
        at += (size_t)skip;
    }
    Py_ssize_t of_each = (Py_ssize_t)(count * sizeof(int32_t));
    result = Py_BuildValue("(y#y#y#)", (char *)ids, of_each, (char *)lines, of_each, (char *)codes, of_each);
done:
    PyMem_Free(word);
    PyMem_Free(ids);
    return result;
}

/* --- Forms of a text in which copies are equal --- */

static int begins(Bytes data, size_t at, size_t size, const char *with, size_t length) {
    return size - at >= length && memcmp(data + at, with, length) == 0;
}

/* Plain forms of quotation marks, and of characters without width: those of `twins.QUOTATION_MARKS`. Each takes two or
   three bytes. Returns how many it takes, 0 for none, and the plain byte; 0 for one that is left out. */
static size_t quotation_mark(Bytes data, size_t at, size_t size, unsigned char *plain) {
    if (begins(data, at, size, "\xE2\x80\x98", 3) || begins(data, at, size, "\xE2\x80\x99", 3)) return *plain = '\'', 3;
    if (begins(data, at, size, "\xE2\x80\x9C", 3) || begins(data, at, size, "\xE2\x80\x9D", 3)) return *plain = '"', 3;
    if (begins(data, at, size, "\xC2\xAD", 2)) return *plain = 0, 2;
    if (begins(data, at, size, "\xEF\xBB\xBF", 3)) return *plain = 0, 3;
    return 0;
}

/* The signs of `twins.SIGNS`. */
static const char *const signs[] = {"–", "—", "…", "•", "·", "«", "»", "„", "‚", "€", "£", "¥", "°", "±", "−", "×",
                                    "≤", "≥", "≠", "→", "§", "、", "。", "，", "：", "；", "「", "」", "（", "）", NULL};

static size_t sign(Bytes data, size_t at, size_t size) {
    for (size_t n = 0; signs[n] != NULL; n++) {
        size_t length = strlen(signs[n]);
        if (data[at] == (unsigned char)signs[n][0] && begins(data, at, size, signs[n], length)) return length;
    }
    return 0;
}

static PyObject *words_alone(PyObject *self, PyObject *given) {
    (void)self;
    char *bytes;
    Py_ssize_t length;
    if (PyBytes_AsStringAndSize(given, &bytes, &length) < 0) return NULL;
    Bytes data = (Bytes)bytes;
    size_t size = (size_t)length, used = 0;
    if (size > PY_SSIZE_T_MAX / 4) return PyErr_NoMemory();
    /* A number takes three bytes at most for each of the text: two spaces around one 0. */
    unsigned char *out = PyMem_Malloc(3 * size + 3);
    if (out == NULL) return PyErr_NoMemory();
    int in_number = 0, space = 0;
    for (size_t at = 0; at < size;) {
        unsigned char c = data[at] == '\n' ? ' ' : in_word[data[at]];
        size_t taken = 1;
        if (data[at] >= 0x80) {
            size_t width = quotation_mark(data, at, size, &c);
            if (width) {
                at += width;
                if (c == 0) continue;
                c = in_word[c];
                taken = 0;
            } else if ((width = sign(data, at, size)) || (width = 2 * (size_t)is_no_break_space(data, at, size))) {
                c = ' ';
                taken = width;
            }
        }
        at += taken;
        if (c == ' ') {
            space = 1;
        } else if (c == '0') {
            if (space && used && !in_number) out[used++] = ' ';
            if (!in_number) memcpy(out + used, " 0 ", 3), used += 3;
            in_number = 1;
            space = 0;
        } else {
            if (space && used && !in_number) out[used++] = ' ';
            out[used++] = c;
            in_number = space = 0;
        }
    }
    PyObject *result = PyBytes_FromStringAndSize((char *)out, (Py_ssize_t)used);
    PyMem_Free(out);
    return result;
}

static int is_blank(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static PyObject *without_blanks(PyObject *self, PyObject *arguments) {
    (void)self;
    PyObject *given;
    int prose;
    char *bytes;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(arguments, "Sp", &given, &prose)) return NULL;
    if (PyBytes_AsStringAndSize(given, &bytes, &length) < 0) return NULL;
    Bytes data = (Bytes)bytes;
    size_t size = (size_t)length, used = 0, start = 0;
    if (size > PY_SSIZE_T_MAX / 4) return PyErr_NoMemory();
    unsigned char *out = PyMem_Malloc(size + 2);
    if (out == NULL) return PyErr_NoMemory();
    int kept = 0; /* whether the word holds more than rules */
    for (size_t at = 0; at <= size;) {
        unsigned char c = at < size ? data[at] : ' ';
        size_t width = c >= 0x80 ? quotation_mark(data, at, size, &c) : 0;
        if (width && c == 0) {
            at += width;
            continue;
        }
        if (!width) {
            width = 1;
            if (prose && c == 0xE2 && begins(data, at, size, "•", 3)) c = ' ', width = 3;
            else if (prose && c == '|') c = ' ';
            else if (prose && (c == '*' || c == '_' || c == '`' || c == '#')) {
                at++;
                continue;
            }
        }
        at += width;
        if (!is_blank(c)) {
            kept |= !prose || strchr("-=~:+>^", c) == NULL || c == 0;
            out[used++] = c;
            continue;
        }
        if (used > start && kept) out[used++] = ' ', start = used;
        used = start;
        kept = 0;
    }
    PyObject *result = PyBytes_FromStringAndSize((char *)out, (Py_ssize_t)(used ? used - 1 : 0));
    PyMem_Free(out);
    return result;
}

/* --- Words of letters --- */

enum { UNSEEN, OTHER, LETTER, DECIMAL, UNDERSCORE };

/* What each character is, once it was asked: \w of `re` is the last three, \d is DECIMAL. */
static unsigned char classes[0x110000];

static int ask_class(uint32_t character) {
    PyObject *text = PyUnicode_FromOrdinal((int)character);
    if (text == NULL) return -1;
    PyObject *alphanumeric = PyObject_CallMethod(text, "isalnum", NULL);
    PyObject *decimal = PyObject_CallMethod(text, "isdecimal", NULL);
    Py_DECREF(text);
    if (alphanumeric != NULL && decimal != NULL)
        classes[character] = decimal == Py_True ? DECIMAL : alphanumeric == Py_True ? LETTER : OTHER;
    Py_XDECREF(alphanumeric);
    Py_XDECREF(decimal);
    return PyErr_Occurred() ? -1 : classes[character];
}

/* The character at an offset, and how many bytes it takes; U+FFFD for a byte that is no UTF-8. */
static uint32_t character_at(Bytes data, size_t at, size_t size, size_t *width) {
    unsigned char first = data[at];
    size_t more = first < 0x80 ? 0 : first >= 0xF0 && first < 0xF5 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 4;
    *width = 1;
    if (more == 0) return first;
    if (first >= 0xF5 || more == 4 || size - at <= more) return 0xFFFD;
    uint32_t character = first & (0x3Fu >> more);
    for (size_t n = 1; n <= more; n++) {
        if ((data[at + n] & 0xC0) != 0x80) return 0xFFFD;
        character = character << 6 | (data[at + n] & 0x3Fu);
    }
    *width = more + 1;
    return character < 0x110000 ? character : 0xFFFD;
}

static inline int class_at(Bytes data, size_t at, size_t size, size_t *width) {
    if (data[at] < 0x80) {
        *width = 1;
        return classes[data[at]];
    }
    uint32_t character = character_at(data, at, size, width);
    return classes[character] ? classes[character] : ask_class(character);
}

/* The end of the letters from an offset on; the class of what stands there, OTHER at the end, -1 with an exception. */
static int letters_end(Bytes data, size_t at, size_t size, size_t *end) {
    size_t width;
    int class = OTHER;
    while (at < size && (class = class_at(data, at, size, &width)) == LETTER) at += width;
    *end = at;
    return at < size ? class : OTHER;
}

static int append_strings(PyObject *list, Bytes data, size_t a, size_t b, size_t c, size_t d, int with_gap) {
    const char *text = (const char *)data;
    const char *error = "surrogatepass";
    PyObject *first = PyUnicode_DecodeUTF8(text + a, (Py_ssize_t)(b - a), error);
    PyObject *last = PyUnicode_DecodeUTF8(text + c, (Py_ssize_t)(d - c), error);
    PyObject *gap = with_gap ? PyUnicode_DecodeUTF8(text + b, (Py_ssize_t)(c - b), error) : NULL;
    PyObject *item = NULL;
    if (first != NULL && last != NULL && (gap != NULL || !with_gap))
        item = with_gap ? PyTuple_Pack(3, first, gap, last) : PyTuple_Pack(2, first, last);
    Py_XDECREF(first);
    Py_XDECREF(gap);
    Py_XDECREF(last);
    int failed = item == NULL || PyList_Append(list, item) < 0;
    Py_XDECREF(item);
    return failed ? -1 : 0;
}

/* Each word of letters with the one behind it. `broken` says which function calls: see the twins. */
static PyObject *pairs(PyObject *arguments, int broken) {
    PyObject *given, *capsule, *found = NULL;
    if (!PyArg_ParseTuple(arguments, "UO", &given, &capsule)) return NULL;
    const Table *table = PyCapsule_GetPointer(capsule, TABLE);
    if (table == NULL) return NULL;
    PyObject *encoded = PyUnicode_AsEncodedString(given, "utf-8", "surrogatepass");
    char *bytes;
    Py_ssize_t length;
    unsigned char *whole = PyMem_Malloc((size_t)table->longest + 1);
    if (whole == NULL) PyErr_NoMemory();
    if (encoded == NULL || whole == NULL || PyBytes_AsStringAndSize(encoded, &bytes, &length) < 0) goto failed;
    found = PyList_New(0);
    if (found == NULL) goto failed;
    Bytes data = (Bytes)bytes;
    size_t size = (size_t)length, at = 0, width, asked = SIZE_MAX;
    int before = OTHER, known = 0; /* whether the word at `asked` is in the table */
    while (at < size) {
        int class = class_at(data, at, size, &width);
        if (class < 0) goto failed;
        if (class != LETTER) {
            before = class;
            at += width;
            continue;
        }
        size_t end, next, last;
        int behind = letters_end(data, at, size, &end), after = OTHER;
        if (behind < 0) goto failed;
        next = last = end;
        if (behind == OTHER && end < size && memchr("\n,;:|/(=", data[end], 8) == NULL) {
            character_at(data, end, size, &width);
            next = end + width;
            after = letters_end(data, next, size, &last);
            if (after < 0) goto failed;
            if (last == next) next = last = end;
        }
        if (broken) {
            size_t one = end - at, two = last - next;
            int apart = before == OTHER && two && next == end + 1 && data[end] == ' ' && after == OTHER;
            if (apart && one + two <= table->longest) {
                /* Most words are known, so that they need not be put together. */
                int first = at == asked ? known : number_of(table, data + at, one) != 0;
                known = number_of(table, data + next, two) != 0;
                asked = next;
                memcpy(whole, data + at, one);
                memcpy(whole + one, data + next, two);
                if (!(first && known) && number_of(table, whole, one + two) &&
                    append_strings(found, data, at, end, next, last, 0) < 0)
                    goto failed;
            }
        } else if (number_of(table, data + at, end - at) && append_strings(found, data, at, end, next, last, 1) < 0) {
            goto failed;
        }
        before = LETTER;
        at = end;
    }
    goto done;
failed:
    Py_CLEAR(found);
done:
    Py_XDECREF(encoded);
    PyMem_Free(whole);
    return found;
}

static PyObject *broken_pairs(PyObject *self, PyObject *arguments) {
    (void)self;
    return pairs(arguments, 1);
}

static PyObject *listed_pairs(PyObject *self, PyObject *arguments) {
    (void)self;
    return pairs(arguments, 0);
}

/* --- Words of letters and digits, known and others --- */

#define MOST_NUMBERS 0xFFFF

static int count_other(PyObject *others, Bytes word, size_t length) {
    PyObject *text = PyUnicode_DecodeUTF8((const char *)word, (Py_ssize_t)length, "surrogatepass");
    if (text == NULL) return -1;
    PyObject *before = PyDict_GetItemWithError(others, text);
    long times = before == NULL ? 0 : PyLong_AsLong(before);
    PyObject *now = PyErr_Occurred() ? NULL : PyLong_FromLong(times + 1);
    int failed = now == NULL || PyDict_SetItem(others, text, now) < 0;
    Py_XDECREF(now);
    Py_DECREF(text);
    return failed ? -1 : 0;
}

/* The small letters of a word in small letters, in capitals, or in small letters behind a capital, all of ASCII. Returns
   0 for another word. */
static int in_small_letters(Bytes word, size_t length, unsigned char *small) {
    size_t capitals = 0;
    for (size_t n = 0; n < length; n++) {
        int is_capital = word[n] >= 'A' && word[n] <= 'Z';
        if (!is_capital && (word[n] < 'a' || word[n] > 'z')) return 0;
        capitals += (size_t)is_capital;
        small[n] = (unsigned char)(word[n] | 0x20);
    }
    return capitals == 0 || capitals == length || (capitals == 1 && word[0] < 'a');
}

/* Count the words of a text. Returns 0, or -1 with an exception. */
static int count_words(Bytes data, size_t size, const Table *counted, const Table *known, unsigned char *small,
                       int64_t *counts, PyObject *others) {
    size_t longest = counted->longest > known->longest ? counted->longest : known->longest;
    for (size_t at = 0, width = 1; at < size; at += width) {
        size_t end = at;
        int class = OTHER;
        while (end < size && ((class = class_at(data, end, size, &width)) == LETTER || class == DECIMAL)) end += width;
        if (class < 0) return -1;
        if (end == at) continue;
        size_t length = end - at;
        int plain = length <= longest && in_small_letters(data + at, length, small);
        int32_t number = plain ? number_of(counted, small, length) : 0;
        if (number || (plain && number_of(known, small, length))) counts[number]++;
        else if (count_other(others, data + at, length) < 0) return -1;
        at = end;
        width = 0;
    }
    return 0;
}

static PyObject *count_tokens(PyObject *self, PyObject *arguments) {
    (void)self;
    PyObject *given, *first, *second, *result = NULL;
    if (!PyArg_ParseTuple(arguments, "UOO", &given, &first, &second)) return NULL;
    const Table *counted = PyCapsule_GetPointer(first, TABLE);
    const Table *known = counted == NULL ? NULL : PyCapsule_GetPointer(second, TABLE);
    if (known == NULL) return NULL;
    if (counted->largest > MOST_NUMBERS) {
        PyErr_SetString(PyExc_ValueError, "numbers that are counted are below 2**16");
        return NULL;
    }
    size_t room = (size_t)(counted->longest > known->longest ? counted->longest : known->longest) + 1;
    size_t numbers = (size_t)counted->largest + 1;
    char *bytes;
    Py_ssize_t length;
    PyObject *others = PyDict_New();
    PyObject *encoded = PyUnicode_AsEncodedString(given, "utf-8", "surrogatepass");
    unsigned char *small = PyMem_Malloc(room);
    int64_t *counts = PyMem_Calloc(numbers, sizeof(int64_t));
    if (small == NULL || counts == NULL) PyErr_NoMemory();
    if (others != NULL && encoded != NULL && small != NULL && counts != NULL &&
        PyBytes_AsStringAndSize(encoded, &bytes, &length) == 0 &&
        count_words((Bytes)bytes, (size_t)length, counted, known, small, counts, others) == 0)
        result = Py_BuildValue("(y#O)", (char *)counts, (Py_ssize_t)(numbers * sizeof(int64_t)), others);
    PyMem_Free(counts);
    PyMem_Free(small);
    Py_XDECREF(encoded);
    Py_XDECREF(others);
    return result;
}

static PyObject *line_words(PyObject *self, PyObject *arguments) {
    (void)self;
    PyObject *given, *capsule, *result = NULL;
    if (!PyArg_ParseTuple(arguments, "UO", &given, &capsule)) return NULL;
    const Table *table = PyCapsule_GetPointer(capsule, TABLE);
    if (table == NULL) return NULL;
    PyObject *encoded = PyUnicode_AsEncodedString(given, "utf-8", "surrogatepass");
    char *bytes;
    Py_ssize_t length;
    if (encoded == NULL || PyBytes_AsStringAndSize(encoded, &bytes, &length) < 0) {
        Py_XDECREF(encoded);
        return NULL;
    }
    Bytes data = (Bytes)bytes;
    size_t size = (size_t)length, lines = 1, line = 0, end;
    for (size_t at = 0; at < size; at++) lines += data[at] == '\n';
    uint32_t *found = lines > PY_SSIZE_T_MAX / sizeof(uint32_t) ? NULL : PyMem_Calloc(lines, sizeof(uint32_t));
    if (found == NULL) {
        PyErr_NoMemory();
        goto done;
    }
    for (size_t at = 0, width = 1; at < size; at = end) {
        int class = class_at(data, at, size, &width);
        end = at + width;
        line += data[at] == '\n';
        if (class < 0 || (class == LETTER && letters_end(data, at, size, &end) < 0)) goto done;
        if (class == LETTER) found[line] |= (uint32_t)number_of(table, data + at, end - at);
    }
    result = PyBytes_FromStringAndSize((char *)found, (Py_ssize_t)(lines * sizeof(uint32_t)));
done:
    Py_DECREF(encoded);
    PyMem_Free(found);
    return result;
}

/* --- Classes of bytes --- */

static PyObject *class_counts(PyObject *self, PyObject *arguments) {
    (void)self;
    PyObject *given, *of_bytes;
    unsigned char blank;
    if (!PyArg_ParseTuple(arguments, "SSb", &given, &of_bytes, &blank)) return NULL;
    char *bytes, *numbers;
    Py_ssize_t length, numbered;
    if (PyBytes_AsStringAndSize(given, &bytes, &length) < 0) return NULL;
    if (PyBytes_AsStringAndSize(of_bytes, &numbers, &numbered) < 0) return NULL;
    if (numbered != 256) {
        PyErr_SetString(PyExc_ValueError, "a class for each of 256 bytes is needed");
        return NULL;
    }
    size_t size = (size_t)length, lines = 1, count = 0, line = 0;
    for (size_t n = 0; n < 256; n++)
        if ((unsigned char)numbers[n] >= count) count = (size_t)(unsigned char)numbers[n] + 1;
    for (size_t at = 0; at < size; at++) lines += bytes[at] == '\n';
    if (lines > PY_SSIZE_T_MAX / ((count + 3) * sizeof(int64_t))) return PyErr_NoMemory();
    int64_t *counts = PyMem_Calloc(lines * (count + 3), sizeof(int64_t));
    if (counts == NULL) return PyErr_NoMemory();
    int64_t *starts = counts + count * lines, *firsts = starts + lines, *lasts = firsts + lines;
    firsts[0] = lasts[0] = -1;
    for (size_t at = 0; at < size; at++) {
        unsigned char class = (unsigned char)numbers[(unsigned char)bytes[at]];
        counts[(size_t)class * lines + line]++;
        if (bytes[at] == '\n') {
            line++;
            starts[line] = (int64_t)at + 1;
            firsts[line] = lasts[line] = -1;
        } else if (class != blank) {
            if (firsts[line] < 0) firsts[line] = (int64_t)at;
            lasts[line] = (int64_t)at;
        }
    }
    PyObject *result = PyBytes_FromStringAndSize((char *)counts, (Py_ssize_t)(lines * (count + 3) * sizeof(int64_t)));
    PyMem_Free(counts);
    return result;
}

static PyObject *line_bits(PyObject *self, PyObject *arguments) {
    (void)self;
    PyObject *given, *of_bytes;
    if (!PyArg_ParseTuple(arguments, "SS", &given, &of_bytes)) return NULL;
    char *bytes, *of;
    Py_ssize_t length, numbered;
    if (PyBytes_AsStringAndSize(given, &bytes, &length) < 0) return NULL;
    if (PyBytes_AsStringAndSize(of_bytes, &of, &numbered) < 0) return NULL;
    uint64_t table[256];
    if (numbered != sizeof(table)) {
        PyErr_SetString(PyExc_ValueError, "64 bits for each of 256 bytes are needed");
        return NULL;
    }
    memcpy(table, of, sizeof(table));
    size_t size = (size_t)length, lines = 1, line = 0;
    for (size_t at = 0; at < size; at++) lines += bytes[at] == '\n';
    if (lines > PY_SSIZE_T_MAX / sizeof(uint64_t)) return PyErr_NoMemory();
    uint64_t *found = PyMem_Malloc(lines * sizeof(uint64_t));
    if (found == NULL) return PyErr_NoMemory();
    uint64_t bits = 0;
    for (size_t at = 0; at < size; at++) {
        if (bytes[at] != '\n') {
            bits |= table[(unsigned char)bytes[at]];
            continue;
        }
        found[line++] = bits;
        bits = 0;
    }
    found[line] = bits;
    PyObject *result = PyBytes_FromStringAndSize((char *)found, (Py_ssize_t)(lines * sizeof(uint64_t)));
    PyMem_Free(found);
    return result;
}

/* --- Lines with one of many literals --- */

typedef struct {
    uint64_t bits;
    uint32_t start; /* in `bytes` */
    uint32_t length;
} Literal;

typedef struct {
    Literal *items; /* in the order of their first two bytes */
    unsigned char *bytes;
    unsigned char begins[0x2000]; /* a bit for each first two bytes */
    uint32_t starts[0x10001];     /* of those with the same first two bytes */
} Literals;

static const char LITERALS[] = "checkfirst.literal_table";
#define LONGEST_LITERAL 0xFF
#define MOST_LITERALS 0xFFFF

static void free_literals(PyObject *capsule) {
    Literals *literals = PyCapsule_GetPointer(capsule, LITERALS);
    if (literals == NULL) {
        PyErr_Clear();
        return;
    }
    PyMem_Free(literals->items);
    PyMem_Free(literals->bytes);
    PyMem_Free(literals);
}

static uint32_t first_two(Bytes data) { return (uint32_t)data[0] << 8 | data[1]; }

/* Fill a table whose arrays are large enough for literals that were checked. Returns 0, or -1 with an exception. */
static int fill_literals(Literals *literals, PyObject *given) {
    PyObject *key, *value;
    Py_ssize_t position = 0, length;
    char *literal;
    while (PyDict_Next(given, &position, &key, &value)) {
        if (PyBytes_AsStringAndSize(key, &literal, &length) < 0) return -1;
        uint32_t two = first_two((Bytes)literal);
        literals->starts[two + 1]++;
        literals->begins[two >> 3] |= (unsigned char)(1 << (two & 7));
    }
    for (uint32_t n = 0; n < 0x10000; n++) literals->starts[n + 1] += literals->starts[n];
    size_t used = 0;
    position = 0;
    while (PyDict_Next(given, &position, &key, &value)) {
        if (PyBytes_AsStringAndSize(key, &literal, &length) < 0) return -1;
        uint64_t bits = PyLong_AsUnsignedLongLong(value);
        if (PyErr_Occurred()) return -1;
        /* The starts move on to the end of their group, and are moved back below. */
        Literal *item = &literals->items[literals->starts[first_two((Bytes)literal)]++];
        *item = (Literal){bits, (uint32_t)used, (uint32_t)length};
        memcpy(literals->bytes + used, literal, (size_t)length);
        used += (size_t)length;
    }
    memmove(literals->starts + 1, literals->starts, 0x10000 * sizeof(uint32_t));
    literals->starts[0] = 0;
    return 0;
}

static PyObject *literal_table(PyObject *self, PyObject *given) {
    (void)self;
    if (!PyDict_Check(given)) {
        PyErr_SetString(PyExc_TypeError, "a dict from bytes to int is needed");
        return NULL;
    }
    size_t count = (size_t)PyDict_Size(given), room = 1;
    PyObject *key, *value;
    Py_ssize_t position = 0, length;
    char *literal;
    while (PyDict_Next(given, &position, &key, &value)) {
        if (PyBytes_AsStringAndSize(key, &literal, &length) < 0) return NULL;
        if (length < 2 || length > LONGEST_LITERAL || memchr(literal, '\n', (size_t)length) != NULL) {
            PyErr_SetString(PyExc_ValueError, "a literal has 2 to 255 bytes and no end of a line");
            return NULL;
        }
        room += (size_t)length;
    }
    if (count > MOST_LITERALS) {
        PyErr_SetString(PyExc_ValueError, "there are too many literals");
        return NULL;
    }
    Literals *literals = PyMem_Calloc(1, sizeof(Literals));
    if (literals == NULL) return PyErr_NoMemory();
    PyObject *capsule = PyCapsule_New(literals, LITERALS, free_literals);
    if (capsule == NULL) {
        PyMem_Free(literals);
        return NULL;
    }
    literals->items = PyMem_Calloc(count + 1, sizeof(Literal));
    literals->bytes = PyMem_Malloc(room);
    if (literals->items == NULL || literals->bytes == NULL) PyErr_NoMemory();
    else if (fill_literals(literals, given) == 0) return capsule;
    Py_DECREF(capsule);
    return NULL;
}

/* The literals to be sought, and the text to seek them in; NULL with an error for other arguments. */
static const Literals *literals_and_text(PyObject *arguments, Bytes *data, size_t *size) {
    PyObject *given, *capsule;
    char *bytes;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(arguments, "SO", &given, &capsule)) return NULL;
    const Literals *literals = PyCapsule_GetPointer(capsule, LITERALS);
    if (literals == NULL || PyBytes_AsStringAndSize(given, &bytes, &length) < 0) return NULL;
    *data = (Bytes)bytes;
    *size = (size_t)length;
    return literals;
}

static PyObject *line_literals(PyObject *self, PyObject *arguments) {
    (void)self;
    Bytes data;
    size_t size, lines = 1, line = 0;
    const Literals *literals = literals_and_text(arguments, &data, &size);
    if (literals == NULL) return NULL;
    for (size_t at = 0; at < size; at++) lines += data[at] == '\n';
    if (lines > PY_SSIZE_T_MAX / sizeof(uint64_t)) return PyErr_NoMemory();
    uint64_t *found = PyMem_Calloc(lines, sizeof(uint64_t));
    if (found == NULL) return PyErr_NoMemory();
    for (size_t at = 0; at + 1 < size; at++) {
        if (data[at] == '\n') {
            line++;
            continue;
        }
        uint32_t two = first_two(data + at);
        if (!(literals->begins[two >> 3] & 1 << (two & 7))) continue;
        for (uint32_t n = literals->starts[two]; n < literals->starts[two + 1]; n++) {
            const Literal *item = &literals->items[n];
            if (item->length <= size - at && memcmp(literals->bytes + item->start, data + at, item->length) == 0)
                found[line] |= item->bits;
        }
    }
    PyObject *result = PyBytes_FromStringAndSize((char *)found, (Py_ssize_t)(lines * sizeof(uint64_t)));
    PyMem_Free(found);
    return result;
}

/* --- Literals of a text as a whole --- */

static unsigned char small(unsigned char c) { return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c; }

static PyObject *text_literals(PyObject *self, PyObject *arguments) {
    (void)self;
    Bytes data;
    size_t size;
    const Literals *literals = literals_and_text(arguments, &data, &size);
    if (literals == NULL) return NULL;
    uint64_t found = 0;
    uint32_t two = size ? small(data[0]) : 0;
    for (size_t at = 0; at + 1 < size; at++) {
        two = (two << 8 | small(data[at + 1])) & 0xFFFF;
        if (!(literals->begins[two >> 3] & 1 << (two & 7))) continue;
        for (uint32_t n = literals->starts[two]; n < literals->starts[two + 1]; n++) {
            const Literal *item = &literals->items[n];
            if (item->length > size - at || (item->bits & ~found) == 0) continue;
            Bytes wanted = literals->bytes + item->start;
            size_t same = 2;
            while (same < item->length && small(data[at + same]) == wanted[same]) same++;
            if (same == item->length) found |= item->bits;
        }
    }
    return PyLong_FromUnsignedLongLong(found);
}

/* --- Markdown: what is kept of the events of its parser --- */

/* Kinds of parts, behind the levels of headings: those of `twins`. */
enum { ABOVE = 0, LINK = 7, PICTURE, HTML, OPEN_FENCE };
/* Bytes of a link that are searched for the end of its text, and events after which signals are looked for. */
#define LINK_BYTES 2000
#define EVENTS_AT_ONCE 0x4000

typedef struct {
    Bytes data;
    size_t size;
    size_t *starts; /* of the lines */
    size_t lines;
    unsigned char *roles; /* of the lines; 0 for none */
    PyObject *numbers;    /* the number of the role of each sort of block */
    PyObject *parts;
    PyObject *start, *end; /* the keys of a range */
    size_t last;                   /* the number of the last line that is not blank, from 1; 0 until it is needed */
    PyObject *heading, *described; /* the pieces of the heading that is read, without and with those of pictures */
    size_t heading_line;
    Py_ssize_t level, heading_start, heading_end;
    int in_picture, has_heading;
} Walk;

static int is_called(PyObject *name, const char *wanted) { return PyUnicode_CompareWithASCIIString(name, wanted) == 0; }

static PyObject *text_at(PyObject *dict, const char *key) {
    PyObject *value = PyDict_GetItemString(dict, key);
    if (value == NULL || !PyUnicode_Check(value)) {
        PyErr_Format(PyExc_ValueError, "an event lacks its %s", key);
        return NULL;
    }
    return value;
}

/* The line of an offset, from 0. */
static size_t line_of(const Walk *walk, size_t offset) {
    size_t low = 0, high = walk->lines;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (walk->starts[middle] <= offset) low = middle;
        else high = middle;
    }
    return low;
}

static int add_part(Walk *walk, Py_ssize_t kind, size_t line, PyObject *first, PyObject *second, Py_ssize_t start,
                    Py_ssize_t end) {
    PyObject *part = Py_BuildValue("(nnOOnn)", kind, (Py_ssize_t)line, first, second, start, end);
    int failed = part == NULL || PyList_Append(walk->parts, part) < 0;
    Py_XDECREF(part);
    return failed ? -1 : 0;
}

static int add_plain(Walk *walk, Py_ssize_t kind, size_t line, Py_ssize_t start, Py_ssize_t end) {
    PyObject *empty = PyUnicode_FromStringAndSize(NULL, 0);
    int failed = empty == NULL || add_part(walk, kind, line, empty, empty, start, end) < 0;
    Py_XDECREF(empty);
    return failed ? -1 : 0;
}

/* Where the first of a text of two signs is in a part of the data; its end if it has none. */
static size_t before_signs(Bytes data, size_t start, size_t end, const char *signs) {
    for (size_t at = start; at + 1 < end; at++)
        if (data[at] == (unsigned char)signs[0] && data[at + 1] == (unsigned char)signs[1]) return at;
    return end;
}

/* The text of a link as it is written. */
static PyObject *link_text(const Walk *walk, size_t start, size_t end) {
    Bytes data = walk->data;
    int is_long = end - start > LINK_BYTES;
    if (is_long) end = start + LINK_BYTES;
    if (start < end && data[start] == '!') start++;
    if (start < end && data[start] == '[') start++;
    if (!is_long) {
        size_t at = end;
        while (at > start && data[at - 1] != ']') at--;
        end = at > start ? at - 1 : start;
    }
    end = before_signs(data, start, end, "](");
    end = before_signs(data, start, end, "][");
    return PyUnicode_DecodeUTF8((const char *)data + start, (Py_ssize_t)(end - start), "replace");
}

static int take_link(Walk *walk, PyObject *link, size_t start, size_t end, int is_picture) {
    PyObject *target, *sort;
    if (!PyDict_Check(link)) return PyErr_SetString(PyExc_ValueError, "a link lacks its address"), -1;
    if ((target = text_at(link, "dest_url")) == NULL || (sort = text_at(link, "link_type")) == NULL) return -1;
    /* An address in angle brackets (CommonMark, email autolink). */
    PyObject *whole = is_called(sort, "Email") ? PyUnicode_FromFormat("mailto:%U", target) : Py_NewRef(target);
    PyObject *text = link_text(walk, start, end);
    int failed = whole == NULL || text == NULL;
    failed = failed || add_part(walk, is_picture ? PICTURE : LINK, line_of(walk, start), whole, text, 0, 0) < 0;
    Py_XDECREF(whole);
    Py_XDECREF(text);
    walk->in_picture |= is_picture;
    return failed ? -1 : 0;
}

static void assign(Walk *walk, size_t first, size_t end, long number) {
    if (first < end) memset(walk->roles + first, (int)number, end - first);
}

/* The number of the last line that is not blank, from 1. */
static size_t last_line(Walk *walk) {
    if (walk->last == 0) {
        size_t end = walk->size;
        while (end > 0 && is_blank(walk->data[end - 1])) end--;
        walk->last = line_of(walk, end ? end - 1 : 0) + 1;
    }
    return walk->last;
}

static int take_block(Walk *walk, PyObject *name, PyObject *about, size_t start, size_t end) {
    PyObject *value = PyDict_GetItemWithError(walk->numbers, name);
    if (value == NULL) return PyErr_Occurred() ? -1 : 0;
    long number = PyLong_AsLong(value);
    if (number == -1 && PyErr_Occurred()) return -1;
    size_t first = line_of(walk, start), behind = line_of(walk, end > start ? end - 1 : start) + 1;
    if (is_called(name, "Paragraph")) {
        if (!walk->has_heading && add_plain(walk, ABOVE, first, (Py_ssize_t)start, (Py_ssize_t)end) < 0) return -1;
        if (walk->roles[first] == 0) assign(walk, first, behind, number);
        return 0;
    }
    for (; behind > first + 1; behind--) {
        size_t at = walk->starts[behind - 1], line_end = behind < walk->lines ? walk->starts[behind] : walk->size;
        while (at < line_end && is_blank(walk->data[at])) at++;
        if (at < line_end) break;
    }
    assign(walk, first, behind, number);
    if (about != NULL && PyDict_Check(about) && is_called(name, "CodeBlock") && behind >= last_line(walk))
        return add_plain(walk, OPEN_FENCE, first, 0, (Py_ssize_t)behind);
    return 0;
}

static int take_heading(Walk *walk, PyObject *about, size_t start, size_t end) {
    PyObject *level = PyDict_Check(about) ? text_at(about, "level") : NULL;
    if (level == NULL || PyUnicode_GetLength(level) != 2) {
        if (!PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "a heading lacks its level");
        return -1;
    }
    PyObject *value = PyDict_GetItemString(walk->numbers, "Heading");
    long number = value ? PyLong_AsLong(value) : 0;
    if (number == -1 && PyErr_Occurred()) return -1;
    size_t first = line_of(walk, start);
    assign(walk, first, line_of(walk, end > start ? end - 1 : start) + 1, number);
    Py_XDECREF(walk->heading);
    Py_XDECREF(walk->described);
    walk->heading = PyList_New(0);
    walk->described = PyList_New(0);
    walk->level = (Py_ssize_t)PyUnicode_ReadChar(level, 1) - '0';
    walk->heading_line = first;
    walk->heading_start = (Py_ssize_t)start;
    walk->heading_end = (Py_ssize_t)end;
    walk->in_picture = 0;
    walk->has_heading = 1;
    return walk->heading && walk->described ? 0 : -1;
}

static int end_heading(Walk *walk) {
    PyObject *nothing = PyUnicode_FromStringAndSize(NULL, 0);
    PyObject *text = nothing ? PyUnicode_Join(nothing, walk->heading) : NULL;
    PyObject *described = nothing ? PyUnicode_Join(nothing, walk->described) : NULL;
    int failed = text == NULL || described == NULL;
    failed = failed || add_part(walk, walk->level, walk->heading_line, text, described, walk->heading_start,
                                walk->heading_end) < 0;
    Py_XDECREF(nothing);
    Py_XDECREF(text);
    Py_XDECREF(described);
    Py_CLEAR(walk->heading);
    Py_CLEAR(walk->described);
    return failed ? -1 : 0;
}

static int take_start(Walk *walk, PyObject *started, size_t start, size_t end) {
    PyObject *name = started, *about = NULL;
    Py_ssize_t position = 0;
    if (PyDict_Check(started) && !PyDict_Next(started, &position, &name, &about)) return 0;
    if (!PyUnicode_Check(name)) return 0;
    if (about != NULL && is_called(name, "Link")) return take_link(walk, about, start, end, 0);
    if (about != NULL && is_called(name, "Image")) return take_link(walk, about, start, end, 1);
    if (about != NULL && is_called(name, "Heading")) return take_heading(walk, about, start, end);
    return take_block(walk, name, about, start, end);
}

/* The offsets of a range. Returns 0, or -1 with an exception. */
static int offsets(const Walk *walk, PyObject *range, size_t *start, size_t *end) {
    PyObject *from = PyDict_Check(range) ? PyDict_GetItemWithError(range, walk->start) : NULL;
    PyObject *to = from ? PyDict_GetItemWithError(range, walk->end) : NULL;
    *start = *end = SIZE_MAX;
    if (to != NULL) *start = PyLong_AsSize_t(from);
    if (to != NULL && !PyErr_Occurred()) *end = PyLong_AsSize_t(to);
    if (!PyErr_Occurred() && (*start > *end || *end > walk->size)) PyErr_SetString(PyExc_ValueError, "a range lies in the text");
    return PyErr_Occurred() ? -1 : 0;
}

static int take_html(Walk *walk, PyObject *html, size_t start) {
    PyObject *empty = PyUnicode_FromStringAndSize(NULL, 0);
    int failed = empty == NULL || add_part(walk, HTML, line_of(walk, start), html, empty, 0, 0) < 0;
    Py_XDECREF(empty);
    return failed ? -1 : 0;
}

/* Take a part of a heading, or its end. */
static int take_part(Walk *walk, PyObject *sort, PyObject *value) {
    if (is_called(sort, "Text") || is_called(sort, "Code")) {
        if (PyList_Append(walk->described, value) < 0) return -1;
        return walk->in_picture ? 0 : PyList_Append(walk->heading, value);
    }
    if (!is_called(sort, "End")) return 0;
    if (PyUnicode_Check(value) && is_called(value, "Image")) walk->in_picture = 0;
    return PyDict_Check(value) && PyDict_GetItemString(value, "Heading") ? end_heading(walk) : 0;
}

/* Take one event with its range. Returns 0, or -1 with an exception. */
static int take(Walk *walk, PyObject *given) {
    PyObject *event, *range, *sort, *value;
    Py_ssize_t position = 0;
    size_t start, end;
    if (!PyTuple_Check(given) || PyTuple_Size(given) != 2)
        return PyErr_SetString(PyExc_ValueError, "events with their ranges are needed"), -1;
    event = PyTuple_GetItem(given, 0);
    range = PyTuple_GetItem(given, 1);
    if (!PyDict_Check(event) || !PyDict_Next(event, &position, &sort, &value) || !PyUnicode_Check(sort)) return 0;
    /* Most events are texts outside headings. */
    Py_UCS4 initial = PyUnicode_GetLength(sort) ? PyUnicode_ReadChar(sort, 0) : 0;
    if (initial == 'S' && is_called(sort, "Start"))
        return offsets(walk, range, &start, &end) < 0 ? -1 : take_start(walk, value, start, end);
    if ((initial == 'H' && is_called(sort, "Html")) || (initial == 'I' && is_called(sort, "InlineHtml")))
        return offsets(walk, range, &start, &end) < 0 ? -1 : take_html(walk, value, start);
    return walk->heading == NULL ? 0 : take_part(walk, sort, value);
}

/* The starts and the roles of the lines. Returns 0, or -1 with an exception. */
static int count_lines(Walk *walk) {
    for (size_t at = 0; at < walk->size; at++) walk->lines += walk->data[at] == '\n';
    if (++walk->lines > PY_SSIZE_T_MAX / sizeof(size_t)) return PyErr_NoMemory(), -1;
    walk->starts = PyMem_Calloc(walk->lines, sizeof(size_t));
    walk->roles = PyMem_Calloc(walk->lines, 1);
    if (walk->starts == NULL || walk->roles == NULL) return PyErr_NoMemory(), -1;
    size_t line = 0;
    for (size_t at = 0; at < walk->size; at++)
        if (walk->data[at] == '\n') walk->starts[++line] = at + 1;
    return 0;
}

static PyObject *markdown_parts(PyObject *self, PyObject *arguments) {
    (void)self;
    PyObject *given, *data, *numbers, *event, *result = NULL;
    char *bytes;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(arguments, "OSO", &given, &data, &numbers)) return NULL;
    if (PyBytes_AsStringAndSize(data, &bytes, &length) < 0) return NULL;
    if (!PyDict_Check(numbers)) return PyErr_SetString(PyExc_TypeError, "a dict from str to int is needed"), NULL;
    Walk walk = {.data = (Bytes)bytes, .size = (size_t)length, .numbers = numbers};
    PyObject *events = PyObject_GetIter(given);
    walk.parts = PyList_New(0);
    walk.start = PyUnicode_InternFromString("start");
    walk.end = PyUnicode_InternFromString("end");
    int failed = !events || !walk.parts || !walk.start || !walk.end || count_lines(&walk) < 0;
    for (size_t count = 1; !failed && (event = PyIter_Next(events)) != NULL; count++) {
        failed = take(&walk, event) < 0 || (count % EVENTS_AT_ONCE == 0 && PyErr_CheckSignals() < 0);
        Py_DECREF(event);
    }
    if (!failed && !PyErr_Occurred())
        result = Py_BuildValue("(y#O)", (char *)walk.roles, (Py_ssize_t)walk.lines, walk.parts);
    Py_XDECREF(events);
    Py_XDECREF(walk.parts);
    Py_XDECREF(walk.start);
    Py_XDECREF(walk.end);
    Py_XDECREF(walk.heading);
    Py_XDECREF(walk.described);
    PyMem_Free(walk.starts);
    PyMem_Free(walk.roles);
    return result;
}

/* --- The module --- */

static PyMethodDef methods[] = {
    {"word_table", word_table, METH_O, NULL},
    {"number_words", number_words, METH_VARARGS, NULL},
    {"words_alone", words_alone, METH_O, NULL},
    {"without_blanks", without_blanks, METH_VARARGS, NULL},
    {"broken_pairs", broken_pairs, METH_VARARGS, NULL},
    {"listed_pairs", listed_pairs, METH_VARARGS, NULL},
    {"count_tokens", count_tokens, METH_VARARGS, NULL},
    {"line_words", line_words, METH_VARARGS, NULL},
    {"class_counts", class_counts, METH_VARARGS, NULL},
    {"line_bits", line_bits, METH_VARARGS, NULL},
    {"literal_table", literal_table, METH_O, NULL},
    {"line_literals", line_literals, METH_VARARGS, NULL},
    {"text_literals", text_literals, METH_VARARGS, NULL},
    {"markdown_parts", markdown_parts, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static int prepare(PyObject *module) {
    (void)module;
    fill_crc_table();
    fill_in_word();
    for (int c = 0; c < 128; c++) {
        int is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        classes[c] = is_letter ? LETTER : c >= '0' && c <= '9' ? DECIMAL : c == '_' ? UNDERSCORE : OTHER;
    }
    return 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, prepare}, {0, NULL}};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "checkfirst._core", "The functions of checkfirst.twins, in C.", 0, methods, slots, NULL, NULL,
    NULL,
};

PyMODINIT_FUNC PyInit__core(void) { return PyModuleDef_Init(&module); }
