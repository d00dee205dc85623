select json_build_object('subject', (
  select json_build_object('$', subject$1."id", '__typename', 'NaturalPerson'::text, 'name', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$2
    where rule$2.subject_id = subject$1.id and (rule$2.court_code = any($4::text[]) or subject$1.area_code is null and rule$2.court_code = any(array(
      select rule$3.code
      from unnest($3::text[]) rule$6(code) join court rule$3 on rule$3.area_code between rule$6.code and rule$6.code || '~')))) or exists (
    select
    from listing rule$4
    where rule$4.subject_id = subject$1.id and (rule$4.court_code = any($4::text[]) or subject$1.area_code is null and rule$4.kind <> 'SERIOUS_DISHONESTY' and rule$4.state = 'PUBLISHED' and (rule$4.term_ends_on is null or rule$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$4.court_code = any(array(
      select rule$5.code
      from unnest($3::text[]) rule$7(code) join court rule$5 on rule$5.area_code between rule$7.code and rule$7.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 or subject$1."name" = 'ERASED' then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end, 'idNumber', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$8
    where rule$8.subject_id = subject$1.id and (rule$8.court_code = any($4::text[]) or subject$1.area_code is null and rule$8.court_code = any(array(
      select rule$9.code
      from unnest($3::text[]) rule$12(code) join court rule$9 on rule$9.area_code between rule$12.code and rule$12.code || '~')))) or exists (
    select
    from listing rule$10
    where rule$10.subject_id = subject$1.id and (rule$10.court_code = any($4::text[]) or subject$1.area_code is null and rule$10.kind <> 'SERIOUS_DISHONESTY' and rule$10.state = 'PUBLISHED' and (rule$10.term_ends_on is null or rule$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$10.court_code = any(array(
      select rule$11.code
      from unnest($3::text[]) rule$13(code) join court rule$11 on rule$11.area_code between rule$13.code and rule$13.code || '~'))))) then case when subject$1."id_number_masked" is not null then repeat('*', 18) end else case when subject$1."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$1."id_number_masked" end end, 'birthDate', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$14
    where rule$14.subject_id = subject$1.id and (rule$14.court_code = any($4::text[]) or subject$1.area_code is null and rule$14.court_code = any(array(
      select rule$15.code
      from unnest($3::text[]) rule$18(code) join court rule$15 on rule$15.area_code between rule$18.code and rule$18.code || '~')))) or exists (
    select
    from listing rule$16
    where rule$16.subject_id = subject$1.id and (rule$16.court_code = any($4::text[]) or subject$1.area_code is null and rule$16.kind <> 'SERIOUS_DISHONESTY' and rule$16.state = 'PUBLISHED' and (rule$16.term_ends_on is null or rule$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$16.court_code = any(array(
      select rule$17.code
      from unnest($3::text[]) rule$19(code) join court rule$17 on rule$17.area_code between rule$19.code and rule$19.code || '~'))))) then coalesce(to_json(subject$1."birth_date"), case when subject$1.erased_at is not null then to_json($5::text || 'e0@') end) else null end, 'sex', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$20
    where rule$20.subject_id = subject$1.id and (rule$20.court_code = any($4::text[]) or subject$1.area_code is null and rule$20.court_code = any(array(
      select rule$21.code
      from unnest($3::text[]) rule$24(code) join court rule$21 on rule$21.area_code between rule$24.code and rule$24.code || '~')))) or exists (
    select
    from listing rule$22
    where rule$22.subject_id = subject$1.id and (rule$22.court_code = any($4::text[]) or subject$1.area_code is null and rule$22.kind <> 'SERIOUS_DISHONESTY' and rule$22.state = 'PUBLISHED' and (rule$22.term_ends_on is null or rule$22.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$22.court_code = any(array(
      select rule$23.code
      from unnest($3::text[]) rule$25(code) join court rule$23 on rule$23.area_code between rule$25.code and rule$25.code || '~'))))) then coalesce(to_json(subject$1."sex"), case when subject$1.erased_at is not null then to_json($5::text || 'e1@') end) else null end, 'isProvisional', subject$1."is_provisional")
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and subject$1."kind" in ('NATURAL_PERSON')
  limit 1))
