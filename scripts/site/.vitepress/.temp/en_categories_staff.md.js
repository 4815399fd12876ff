import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Staff","description":"Employees as WeCom and Weiban know them.","frontmatter":{"title":"Staff","description":"Employees as WeCom and Weiban know them.","layout":"category","view":{"title":"Staff","description":"Employees as WeCom and Weiban know them.","operations":[{"id":"staffGet","title":"Get one employee","method":"GET","path":"/open-api/staff/get","call":"staff.get"},{"id":"staffList","title":"List employees","method":"GET","path":"/open-api/staff/list","call":"staff.list"},{"id":"staffMessageSend","title":"Send a notification to one employee","method":"POST","path":"/open-api/staff_message/send","call":"staffMessage.send"}]}},"headers":[],"relativePath":"en/categories/staff.md","filePath":"en/categories/staff.md"}');
const _sfc_main = { name: "en/categories/staff.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/staff.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const staff = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  staff as default
};
