// What is heard: the tones of keys (ITU-T Q.23), and what the menu speaks, by the browser's own voices.
const LOW = [697, 770, 852, 941];
const HIGH = [1209, 1336, 1477];
const PAD = ["123", "456", "789", "*0#"];
let context;

/** The two tones of a key. */
export function frequencies(key) {
  const row = PAD.findIndex((keys) => keys.includes(key));
  return row < 0 ? [] : [LOW[row], HIGH[PAD[row].indexOf(key)]];
}

/** Sound the tones of a key. */
export function tone(key) {
  context ??= new AudioContext();
  const loudness = context.createGain();
  loudness.gain.value = 0.1;
  loudness.connect(context.destination);
  for (const frequency of frequencies(key)) {
    const one = context.createOscillator();
    one.frequency.value = frequency;
    one.connect(loudness);
    one.start();
    one.stop(context.currentTime + 0.12);
  }
}

/** Speak a text after what is spoken already; false where the browser has no voice at all. */
export function speak(text) {
  const voices = globalThis.speechSynthesis;
  if (!voices) return false;
  const said = new SpeechSynthesisUtterance(text);
  said.lang = /[а-яё]/i.test(text) ? "ru-RU" : "en-US";
  voices.speak(said);
  return true;
}

/** Speak no more. */
export function hush() {
  globalThis.speechSynthesis?.cancel();
}

/** Record with the microphone until `stop()` or so many seconds are over; gives the address of the sound. */
export async function record(seconds) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  const pieces = [];
  recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
  const made = new Promise((done) => {
    recorder.addEventListener("stop", () => {
      for (const track of stream.getTracks()) track.stop();
      done(URL.createObjectURL(new Blob(pieces, { type: recorder.mimeType })));
    });
  });
  const stop = () => { if (recorder.state !== "inactive") recorder.stop(); };
  recorder.start();
  setTimeout(stop, seconds * 1000);
  return { made, stop };
}
