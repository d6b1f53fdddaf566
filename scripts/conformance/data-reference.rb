# Makes up YAML, dates and paths, and says what Jekyll makes of them: one JSON array a line, [kind, input, answer].
#   ruby -W0 scripts/conformance/data-reference.rb yaml|dates|urls COUNT SEED
#   ruby -W0 scripts/conformance/data-reference.rb yaml < TEXTS, a JSON text a line
# Needs Jekyll on RUBYLIB, and TZ as the other side has it.
require "jekyll"
require "json"
require "safe_yaml/load"
require "time"

mode, count, seed = ARGV[0], ARGV[1].to_i, ARGV[2].to_i
srand(seed)
Jekyll.logger.log_level = :error

# Values as the tests write them: Float, Time, Date, big Integer and Hash with other keys than words have a mark.
def encode(value, above = [])
  case value
  when Integer then value.abs > 2**53 ? { "__i" => value.to_s } : value
  when Float then { "__f" => value.to_s }
  when Time then { "__t" => value.strftime("%Y-%m-%dT%H:%M:%S.%9N%:z") }
  when Date then { "__d" => value.to_s }
  when Array, Hash
    return { "__cycle" => true } if above.any? { |outer| outer.equal?(value) }

    inside = [*above, value]
    return value.map { |item| encode(item, inside) } if value.is_a?(Array)

    { "__map" => value.map { |key, item| [encode(key, inside), encode(item, inside)] } }
  else value
  end
end

YAML_PIECES = %w(a b key title 1 2 true no ~ null 1.5 2024-01-01 x:y 12:30 0x1F 010 1_000 .5 - : ? # * & ! | > ' " % @ `
                 [ ] { } , << é 日 🎉 &x *x !!str !foo ... --- |- >+ |2 a: b: \\) +
              ["a b", "a: b", "- a", "\"q\"", "'s'", "\"a\\nb\"", "\"\\x41\"", "--- ", ": ", "? ", "- ", "\n", "\n", "\n  ",
               "\n    ", "\n- ", "\nk: ", "\t", " #c", "  ", "[a, b]", "{a: b}", "\r\n", "\u0085", "\u2028", "<<: *x"].freeze

def scalar
  case rand(9)
  when 0 then Array.new(rand(1..7)) { "0123456789_.,:+-eExobT Z"[rand(24)] }.join
  when 1 then format("%04d-%02d-%02d", rand(3000), rand(14), rand(33))
  when 2
    zone = ["", "Z", " Z", "+02:00", " -0530", ".5", "+1"].sample
    format("%d-%d-%d%s%d:%02d:%02d%s", rand(3000), rand(14), rand(33), ["T", " ", "t"].sample, rand(26), rand(62), rand(62), zone)
  when 3 then %w(Yes NO on Off TRUE False Null ~ .inf -.INF .NaN y n).sample
  when 4 then ["+", "-", ""].sample + rand(10**rand(25)).to_s
  when 5 then ["+", "-", ""].sample + "0x" + rand(10**9).to_s(16)
  when 6 then format("%d:%02d", rand(100), rand(70))
  when 7 then "#{rand(1000)}.#{rand(1000)}"
  else YAML_PIECES.sample(rand(1..3)).join(["", " "].sample)
  end
end

def document(indent, depth)
  pad = " " * indent
  case rand(depth > 3 ? 2 : 5)
  when 0 then " #{scalar}\n"
  when 1 then ["'", "\""].sample.then { |quote| " #{quote}#{scalar}#{quote}\n" }
  when 2 then "\n" + Array.new(rand(1..4)) { "#{pad}- #{document(indent + 2, depth + 1).sub(%r!\A[ \n]+!, "")}" }.join
  when 3 then "\n" + Array.new(rand(1..4)) { "#{pad}#{%w(a b c 'q' "d" 1).sample}:#{document(indent + 2, depth + 1)}" }.join
  else " #{%w(| > |- >- |+ |2).sample}\n" + Array.new(rand(1..4)) { "#{pad}#{["", "  "].sample}#{scalar}\n" }.join
  end
end

def make_yaml
  case rand(3)
  when 0 then Array.new(rand(1..13)) { YAML_PIECES.sample }.join
  when 1 then "k: #{scalar}\n"
  else document(0, 0).sub(%r!\A\n!, "").tap { |text| rand(3).times { text.insert(rand(text.size + 1), YAML_PIECES.sample) } }
  end
end

def answer_yaml(text)
  encode(SafeYAML.load(text))
rescue StandardError => e
  { "error" => e.message.sub("(<unknown>): ", "") }
end

DATE_PIECES = %w(2024 24 99 15 6 06 1 31 12 167 366 20240615 10:20 10:20:30 1:2:3 10:20:30.5 10h 3pm 10PM - / . , : T t Z UTC
                 GMT EST CEST PDT A J +02:00 -0530 +2 June Jun jun. Sept March may Saturday Sat 1st 2nd 15th of the BC AD '24
                 H31.4.30 W24 2024-W24 -- 2024-167 ' x é dst PM a.m. [ ] now 0 00).freeze

def make_date
  day = [rand(3000), rand(14), rand(33)].map { |part| [part.to_s, format("%02d", part)].sample }.join(["-", "/", ".", " "].sample)
  time = ["", format(" %d:%02d", rand(26), rand(62)), format(" %02d:%02d:%02d", rand(25), rand(61), rand(62))].sample
  zone = ["", " ", format(" +%02d%02d", rand(25), rand(60)), "Z", " EST", " UTC"].sample
  month = %w(Jan feb MARCH Apr. may june Juli Aug sept. octo Nov December).sample
  case rand(4)
  when 0 then Array.new(rand(1..7)) { DATE_PIECES.sample }.join(["", " "].sample)
  when 1 then day + time + zone
  when 2 then "#{["Mon, ", "Saturday ", ""].sample}#{rand(33)} #{month} #{["'", ""].sample}#{rand(3000)}#{time}#{zone}"
  else "#{month} #{rand(33)}#{["th", "", ",", ", "].sample} #{rand(3000)} #{DATE_PIECES.sample}"
  end
end

NOW = Time.at(1_718_476_245, 123_456, :usec)

def answer_date(text)
  time = Time.parse(text, NOW)
  time.strftime("%Y-%m-%dT%H:%M:%S.%9N%:z#{" UTC" if time.utc?}")
rescue StandardError
  { "error" => true }
end

URL_PIECES = %w(a B - -- _ . .. / // ./ ../ é É 日本 🎉 ß İ ı Σ ǆ ﬁ ① ª ½ ٣ Ⅷ %20 % %zz %C3%A9 %2F ? # & = + : @ ! $ ' ( ) * , ; [ ]
                { } | \\ ^ ` ~ < > " index.html http:// https: mailto: x.com user@ 8080 :80 가 ｱ Ａ ǅ) +
             [" ", "  ", "\t", "\n", "\u00a0", "\u3000"].freeze

def make_url
  Array.new(rand(1..7)) { URL_PIECES.sample }.join
end

def attempt
  text = yield
  text.dup.force_encoding("utf-8").valid_encoding? ? text.dup.force_encoding("utf-8") : nil
rescue StandardError
  { "error" => true }
end

def answer_url(text)
  slugs = %w(default pretty ascii latin raw none).to_h { |name| [name, attempt { Jekyll::Utils.slugify(text, :mode => name) }] }
  {
    "slug"      => slugs,
    "escape"    => attempt { Jekyll::URL.escape_path(text) },
    "unescape"  => attempt { Jekyll::URL.unescape_path(text) },
    "sanitize"  => attempt { Jekyll::URL.new(:permalink => text, :placeholders => {}).to_s },
    "path"      => attempt { Jekyll::PathManager.sanitized_path("/site", text) },
    "normalize" => attempt { Addressable::URI.parse(text).normalize.to_s },
    "title"     => attempt { Jekyll::Utils.titleize_slug(text) },
  }
end

kind = mode.delete_suffix("s")
answer = ->(input) { puts JSON.generate([mode, input, send("answer_#{kind}", input)]) }
if ARGV[1]
  count.times { answer.call(send("make_#{kind}")) }
else
  $stdin.each_line { |line| answer.call(JSON.parse(line)) }
end
