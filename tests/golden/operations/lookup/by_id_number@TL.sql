select json_build_object('subject', (
  select json_build_object('__typename', 'NaturalPerson'::text, 'name', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$3
    where rule$3.subject_id = subject$1.id and (rule$3.court_code = any($4::text[]) or subject$1.area_code is null and rule$3.court_code = any(array(
      select rule$4.code
      from unnest($3::text[]) rule$7(code) join court rule$4 on rule$4.area_code between rule$7.code and rule$7.code || '~')))) or exists (
    select
    from listing rule$5
    where rule$5.subject_id = subject$1.id and (rule$5.court_code = any($4::text[]) or subject$1.area_code is null and rule$5.court_code = any(array(
      select rule$6.code
      from unnest($3::text[]) rule$8(code) join court rule$6 on rule$6.area_code between rule$8.code and rule$8.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end, 'idNumber', subject$1."id_number_masked", 'birthDate', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$9
    where rule$9.subject_id = subject$1.id and (rule$9.court_code = any($4::text[]) or subject$1.area_code is null and rule$9.court_code = any(array(
      select rule$10.code
      from unnest($3::text[]) rule$13(code) join court rule$10 on rule$10.area_code between rule$13.code and rule$13.code || '~')))) or exists (
    select
    from listing rule$11
    where rule$11.subject_id = subject$1.id and (rule$11.court_code = any($4::text[]) or subject$1.area_code is null and rule$11.court_code = any(array(
      select rule$12.code
      from unnest($3::text[]) rule$14(code) join court rule$12 on rule$12.area_code between rule$14.code and rule$14.code || '~'))))) then subject$1."birth_date" else null end, 'sex', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$15
    where rule$15.subject_id = subject$1.id and (rule$15.court_code = any($4::text[]) or subject$1.area_code is null and rule$15.court_code = any(array(
      select rule$16.code
      from unnest($3::text[]) rule$19(code) join court rule$16 on rule$16.area_code between rule$19.code and rule$19.code || '~')))) or exists (
    select
    from listing rule$17
    where rule$17.subject_id = subject$1.id and (rule$17.court_code = any($4::text[]) or subject$1.area_code is null and rule$17.court_code = any(array(
      select rule$18.code
      from unnest($3::text[]) rule$20(code) join court rule$18 on rule$18.area_code between rule$20.code and rule$20.code || '~'))))) then subject$1."sex" else null end, 'isProvisional', subject$1."is_provisional")
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text and subject$1."kind" in ('NATURAL_PERSON')
  limit 1))
